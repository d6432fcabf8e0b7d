import { expect, test } from 'vitest'

import type { JsonObject } from '../../specs/contract/json.ts'
import { withSecrets, type Filled } from './secrets.ts'

const filled = (draft: JsonObject): Filled =>
  withSecrets(draft, { KEY: 'value', BROKEN: 'a\nb' }, (pointer) => `f:${pointer}`)

test('a variable is filled in at any depth, in lists too', () => {
  const draft = { a: 'env:KEY', b: { c: [['env:KEY', { d: 'env:KEY?' }], 1, null] } }
  expect(filled(draft)).toEqual({
    draft: { a: 'value', b: { c: [['value', { d: 'value' }], 1, null] } },
    problems: [],
  })
})

test('what may be missing is left out, of a list too', () => {
  const draft = { a: 'env:NONE?', b: ['env:NONE?', 'x', ['env:NONE?']] }
  expect(filled(draft)).toEqual({ draft: { b: ['x', []] }, problems: [] })
})

test('what is wrong in a list is told at its place', () => {
  const { problems } = filled({ 'a/b': ['x', 'env:MY-KEY', ['env:NONE'], 'env:BROKEN'] })
  expect(problems.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([
    ['VARIABLE_MISNAMED', 'f:/a~1b/1'],
    ['VARIABLE_MISSING', 'the'],
    ['VARIABLE_UNUSABLE', 'the'],
  ])
})
