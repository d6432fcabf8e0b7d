import { expect, test } from 'vitest'

import { founded, owner, smallRules, type Founded } from '../../../../model/test-model.ts'
import { ownRulesOf } from '../../../../vendor/own-operation.ts'
import { readOwn } from '../../../own-operations.ts'

const own = ownRulesOf({ own: await readOwn('tencent') })

interface Grown extends Founded {
  readonly add: (parent: string, name: string) => string
}

const grown = (rules = smallRules): Grown => {
  const model = founded(rules, 'all', own)
  const add = (parent: string, name: string): string =>
    model.get(owner, 'createUnit', { parent, name }).id
  return { ...model, add }
}

test('a unit moves with everything in it', () => {
  const model = grown()
  const [house, unit] = [model.add(model.root, 'house'), model.add(model.root, 'unit')]
  const child = model.add(unit, 'child')
  expect(model.get(owner, 'moveUnit', { unit, to: house })).toMatchObject({ parent: house })
  const tree = model.get(owner, 'listTree', {}).items
  expect(tree.map(({ id, parent }) => [id, parent])).toEqual([
    [model.root, undefined],
    [house, model.root],
    [unit, house],
    [child, unit],
  ])
})

test('a unit takes a new name on the way, or keeps its own', () => {
  const model = grown()
  const [house, unit] = [model.add(model.root, 'house'), model.add(model.root, 'unit')]
  expect(model.get(owner, 'moveUnit', { unit, to: house, name: 'room' }).name).toBe('room')
  expect(model.get(owner, 'moveUnit', { unit, to: model.root }).name).toBe('room')
})

test('unit and parent exist, and the parent is not in the unit', () => {
  const model = grown()
  const unit = model.add(model.root, 'unit')
  const child = model.add(unit, 'child')
  const why = (one: string, to: string): string => model.why(owner, 'moveUnit', { unit: one, to })
  expect(why('x', unit)).toBe('unitNotFound')
  expect(why(model.root, unit)).toBe('unitNotFound')
  expect(why(unit, 'x')).toBe('parentNotFound')
  expect(why(unit, unit)).toBe('unitInsideItself')
  expect(why(unit, child)).toBe('unitInsideItself')
})

test('names stay unique among siblings', () => {
  const model = grown()
  const house = model.add(model.root, 'house')
  const twin = model.add(house, 'unit')
  const unit = model.add(model.root, 'unit')
  expect(model.why(owner, 'moveUnit', { unit, to: house })).toBe('unitNameTaken')
  expect(model.why(owner, 'moveUnit', { unit: twin, to: model.root })).toBe('unitNameTaken')
  expect(model.why(owner, 'moveUnit', { unit, to: house, name: 'other' })).toBe('done')
})

test('nothing in a moved unit gets deeper than units may be', () => {
  const model = grown()
  const house = model.add(model.root, 'house')
  const room = model.add(house, 'room')
  const tall = model.add(model.root, 'tall')
  const top = model.add(tall, 'top')
  expect(model.why(owner, 'moveUnit', { unit: tall, to: room })).toBe('unitDepthExceeded')
  expect(model.why(owner, 'moveUnit', { unit: tall, to: house })).toBe('done')
  expect(model.why(owner, 'moveUnit', { unit: top, to: room })).toBe('done')
})

test('moving a unit to where it stands renames it, where that is allowed', () => {
  const strict = grown()
  const unit = strict.add(strict.root, 'unit')
  expect(strict.why(owner, 'moveUnit', { unit, to: strict.root })).toBe('unitInsideItself')
  const lenient = grown({ ...smallRules, movesInPlace: true })
  const one = lenient.add(lenient.root, 'unit')
  const said = { unit: one, to: lenient.root, name: 'renamed' }
  expect(lenient.get(owner, 'moveUnit', said).name).toBe('renamed')
})
