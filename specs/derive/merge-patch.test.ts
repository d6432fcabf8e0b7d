import { expect, test } from 'vitest'

import type { JsonObject } from '../contract/json.ts'
import { mergePatch } from '../contract/merge-patch.ts'

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
