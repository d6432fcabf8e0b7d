import { expect, test } from 'vitest'

import { changeAt, mergePatch } from './json-change.ts'
import type { JsonObject } from './json.ts'

/** Cases of RFC 7396 appendix A whose target and result are objects. */
test.each([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
] as readonly (readonly [JsonObject, JsonObject, JsonObject])[])(
  '%j patched with %j',
  (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result)
  },
)

test.each([
  { what: 'a member is changed', steps: ['a', 'b'], value: 2, a: { b: 2 }, list: [1, 2, 3] },
  { what: 'an item is changed', steps: ['list', '1'], value: 9, a: { b: 1 }, list: [1, 9, 3] },
  { what: 'a member is removed', steps: ['a', 'b'], value: undefined, a: {}, list: [1, 2, 3] },
  { what: 'an item is removed', steps: ['list', '0'], value: undefined, a: { b: 1 }, list: [2, 3] },
])('$what, and the rest stays', ({ steps, value, a, list }) => {
  const whole = { a: { b: 1 }, list: [1, 2, 3] }
  expect(changeAt(whole, steps, () => value)).toEqual({ a, list })
  expect(whole).toEqual({ a: { b: 1 }, list: [1, 2, 3] })
})

test('where nothing stands, the change is told so', () => {
  const found: unknown[] = []
  changeAt({ a: 1 }, ['constructor'], (at) => void found.push(at))
  expect(found).toEqual([undefined])
})
