import { expect, test } from 'vitest'

import { quickPlan } from './quick-plan.ts'

test('an edit in a room is checked in this room', () => {
  expect(quickPlan(['specs/model/decide.ts'])).toEqual({
    lint: ['specs/model'],
    format: ['specs/model/decide.ts'],
    related: ['specs/model'],
    readers: [],
  })
})

test('what is found by its name is checked by the tests that read the folder', () => {
  const plan = quickPlan(['suites/scenarios/unit-rename.ts', 'suites/laws/pages.ts'])
  expect(plan.readers).toEqual(['suites/runner/manners.test.ts'])
  expect(plan.related).toEqual([])
})

test('data are not linted, but their readers are asked', () => {
  const plan = quickPlan(['specs/vendors/aws/requirements.json'])
  expect(plan.lint).toEqual([])
  expect(plan.related).toEqual(['specs/vendors'])
  expect(plan.readers).toEqual(['suites/runner/manners.test.ts'])
})

test('papers are held against the format only', () => {
  expect(quickPlan(['README.md', '.gitattributes'])).toEqual({
    lint: [],
    format: ['README.md'],
    related: [],
    readers: [],
  })
})
