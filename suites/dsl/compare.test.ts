import { expect, test } from 'vitest'

import { judgeValue, type Expected } from './compare.ts'

const expected: Expected = { equals: ['control'], service: { equals: [] } }

const judged = (received: unknown, contradicted: boolean, by: Expected = expected) => {
  const { verdict, reading } = judgeValue(received, by, { exchanges: [1], contradicted })
  return reading === undefined ? verdict : `${verdict} by the ${reading}`
}

test('where the real service contradicts the document, both readings pass, and it is said which', () => {
  expect(judged(['control'], true)).toBe('pass by the document')
  expect(judged([], true)).toBe('pass by the service')
  expect(judged(['tag'], true)).toBe('fail')
})

test('of a vendor whose service contradicts nothing, only the document is right', () => {
  expect(judged(['control'], false)).toBe('pass')
  expect(judged([], false)).toBe('fail')
})

test('a contradicted check that has no other reading is judged by the document', () => {
  expect(judged([], true, { equals: ['control'] })).toBe('fail')
})

test('a finding says both readings', () => {
  const { expected: says } = judgeValue(['tag'], expected, { exchanges: [1], contradicted: true })
  expect(says).toBe('["control"] is expected, or [] is expected')
})

test.each<readonly [Expected, unknown, unknown]>([
  [{ includes: 'a' }, [{ id: 'a' }], [{ id: 'b' }]],
  [{ excludes: 'a' }, ['b'], ['a']],
  [{ oneOf: [1, 2] }, 2, 3],
])('a relation holds or does not: %j', (relation, right, wrong) => {
  expect([judged(right, false, relation), judged(wrong, false, relation)]).toEqual(['pass', 'fail'])
})
