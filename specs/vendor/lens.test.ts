import { expect, test } from 'vitest'

import * as lens from './lens.ts'

interface Pet {
  readonly name: string
  readonly age?: number
  readonly young?: readonly Pet[]
}

const pet: lens.Lens<Pet> = lens.record<Pet>(
  {
    name: lens.member('Name'),
    age: lens.member('Age', lens.integer),
    young: lens.member(
      'Young',
      lens.deferred(() => lens.list(pet)),
    ),
  },
  ['name'],
)

test('a record is written and read member by member, itself inside itself', () => {
  const value = { name: 'Ada', young: [{ name: 'Bo', age: 1 }] }
  const wire = { Name: 'Ada', Young: [{ Name: 'Bo', Age: 1 }] }
  expect(pet.write(value)).toEqual(wire)
  expect(pet.read(wire)).toEqual(value)
})

test('null is absent, and unknown members are ignored', () => {
  expect(pet.read({ Name: 'Ada', Age: null, Colour: 'red' })).toEqual({ name: 'Ada' })
})

test.each<[unknown, string, string]>([
  [{}, '/Name', 'is missing'],
  [{ Name: null }, '/Name', 'is missing'],
  [{ Name: 7 }, '/Name', 'is a number, not a string'],
  [{ Name: 'A', Age: '7' }, '/Age', 'is a string, not a number'],
  [{ Name: 'A', Young: {} }, '/Young', 'is an object, not an array'],
  [{ Name: 'A', Young: [{ Name: 'B' }, { Age: 1 }] }, '/Young/1/Name', 'is missing'],
  [[], '', 'is an array, not an object'],
  [null, '', 'is null, not an object'],
])('%j is unreadable at "%s"', (wire, pointer, problem) => {
  const read = (): unknown => pet.read(wire as never)
  expect(read).toThrow(lens.Unreadable)
  expect(read).toThrow(`${pointer || 'the whole'}: ${problem}`)
  expect(read).toThrow(expect.objectContaining({ pointer }))
})

test('words travel both ways, other values and inherited names unchanged', () => {
  const state = lens.words({ open: 'OPEN', shut: 'CLOSED' })
  expect([state.write('shut'), state.read('CLOSED')]).toEqual(['CLOSED', 'shut'])
  for (const value of ['AJAR', 'constructor']) {
    expect([state.write(value), state.read(value)]).toEqual([value, value])
  }
})

test('an instant is milliseconds here and seconds there', () => {
  expect(lens.seconds.write(1_631_121_728_678)).toBe(1_631_121_728.678)
  expect(lens.seconds.read(1.631121728678e9)).toBe(1_631_121_728_678)
})

test('a page needs its entries, not its continuation', () => {
  const pages = lens.page('Pets', 'Next', pet)
  expect(pages.read({ Pets: [] })).toEqual({ items: [] })
  expect(pages.read({ Pets: [], Next: 'x' })).toEqual({ items: [], next: 'x' })
  expect(() => pages.read({ Next: 'x' })).toThrow('/Pets: is missing')
})

test('a wrapper that is missing or null is unreadable', () => {
  const wrapped = lens.wrapped('Pet', pet)
  expect(wrapped.read(wrapped.write({ name: 'Ada' }))).toEqual({ name: 'Ada' })
  for (const wire of [{}, { Pet: null }, 'Pet']) {
    expect(() => wrapped.read(wire)).toThrow('/Pet: is missing')
  }
  expect(() => wrapped.read({ Pet: {} })).toThrow('/Pet/Name: is missing')
})
