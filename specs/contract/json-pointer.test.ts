import { expect, test } from 'vitest'

import { pointerStep, pointerSteps } from './json-pointer.ts'

test.each([
  ['', []],
  ['/a/b', ['a', 'b']],
  ['#/a/0', ['a', '0']],
  ['/', ['']],
  ['/a~1b/~01', ['a/b', '~1']],
] as const)('the steps of "%s"', (pointer, steps) => {
  expect(pointerSteps(pointer)).toEqual(steps)
})

test.each(['a/b', '~1', '', 'plain', 7])('a step comes back as it was: %s', (name) => {
  expect(pointerSteps(pointerStep(name))).toEqual([String(name)])
})
