import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { patternLanguageOf } from './pattern-language.ts'

const unit = patternLanguageOf('^ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}$')
const either = patternLanguageOf('^(?:[0-9]{12}|r-[a-z0-9]{4,32})$')
const open = patternLanguageOf('^[\\p{L}\\p{N} ]*$')
const address = patternLanguageOf('^[a-z.]+@[a-z]+(?:\\.[a-z]+)+$')

test('lengths', () => {
  expect([unit.shortest, unit.longest]).toEqual([16, 68])
  expect([either.shortest, either.longest]).toEqual([6, 34])
  expect([open.shortest, open.longest]).toEqual([0, Number.POSITIVE_INFINITY])
})

test('characters that occur, and those that always do', () => {
  expect(unit.uses('z')).toBe(true)
  expect(unit.uses('A')).toBe(false)
  expect(open.uses('é')).toBe(true)
  expect([address.needs('@'), address.needs('.'), address.needs('a')]).toEqual([true, true, false])
  expect(either.needs('-')).toBe(false)
})

test('starts and ends', () => {
  expect([unit.starts('ou-'), unit.starts('zz-')]).toEqual([true, false])
  expect([either.starts('r-'), either.starts('9')]).toEqual([true, true])
  expect([address.ends('.'), address.ends('z'), address.starts('@')]).toEqual([false, true, false])
})

test('words have the length asked for and belong to the language', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80 }), fc.nat(), (length, nth) => {
      for (const language of [unit, either, open, address]) {
        const word = language.word(
          length,
          (characters) => characters[nth % characters.length] ?? '',
        )
        if (word === undefined) continue
        expect(Array.from(word).length).toBe(length)
        expect(language.has(word)).toBe(true)
      }
    }),
    { seed: 1 },
  )
  expect(unit.word(68, ([first = '']) => first)).toBeDefined()
  expect(unit.word(15, ([first = '']) => first)).toBeUndefined()
  expect(either.word(5, ([first = '']) => first)).toBeUndefined()
})
