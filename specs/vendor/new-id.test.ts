import { expect, test } from 'vitest'

import { newId, newRequestId, type Random } from './new-id.ts'

/** A sequence that only has to repeat: a linear congruential generator (Park and Miller). */
const seeded = (seed: number): Random => {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

test.each([
  ['digits', '{digits:12}', '', /^\d{12}$/u],
  ['letters and digits behind a prefix', 'h-{lower:10}', '', /^h-[a-z0-9]{10}$/u],
  ['the id it belongs to', 'ou-{within}-{lower:8}', 'r-ab12', /^ou-ab12-[a-z0-9]{8}$/u],
])('an id has %s', (...[, template, within, form]) => {
  expect(newId(template, seeded(7), within)).toMatch(form)
})

test('the same seed gives the same ids, another seed others', () => {
  const drawn = [1, 1, 2].map((seed) => newId('{lower:20}', seeded(seed)))
  expect(drawn[0]).toBe(drawn[1])
  expect(drawn[0]).not.toBe(drawn[2])
})

test('an unknown part of a template is named', () => {
  expect(() => newId('{upper:3}', seeded(1))).toThrow(/\{upper\}/u)
})

test('a request id has the form of a random UUID', () => {
  expect(newRequestId(seeded(3))).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/u,
  )
})
