import { expect, test } from 'vitest'

import type { JsonObject } from '../../specs/contract/json.ts'
import { randomFrom } from '../../suites/client/random.ts'
import { alteredInput } from './altered-input.ts'

const input: JsonObject = {
  Name: 'unit',
  Parent: { Id: 7, Flags: [true, false] },
  Tags: [{ Key: 'a', Value: 'b' }, { Key: 'c' }],
}

const pool = { scalars: ['other', 9, false], inputs: [{ Extra: 1 }] }

/** As many inputs as there are seeds, each altered once. */
const altered = (seeds: number): readonly JsonObject[] =>
  Array.from({ length: seeds }, (_, seed) => alteredInput(input, pool, randomFrom(seed + 1)))

/** Members that are not as they were. */
const changed = (one: JsonObject): readonly string[] =>
  [...new Set([...Object.keys(input), ...Object.keys(one)])].filter(
    (name) => JSON.stringify(one[name]) !== JSON.stringify(input[name]),
  )

test('an input is altered the same for the same seed', () => {
  expect(altered(50)).toEqual(altered(50))
})

test('one member is another, and the rest stays as it is', () => {
  expect(altered(200).filter((one) => changed(one).length > 1)).toEqual([])
  const seen = new Set(altered(200).flatMap(changed))
  expect([...seen].toSorted()).toEqual(['Extra', 'Name', 'Parent', 'Tags'])
})

test('what was said elsewhere comes in its place', () => {
  const names = altered(400).map(({ Name }) => Name)
  expect(names).toContain('other')
  expect(names).toContain(undefined)
})
