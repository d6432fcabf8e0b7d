import { expect, test } from 'vitest'

import { behind, judgedSteps } from './steps.ts'

const failed = { verdict: 'fail', reason: 'it is accepted', exchanges: [7] } as const

test('a step behind a failed one follows its check', () => {
  const steps = { refused: failed, code: behind('refused', 'nothing was refused', [7]) }
  expect(judgedSteps(steps, (step) => `x/${step}`)).toEqual([
    ['x/refused', failed],
    [
      'x/code',
      {
        verdict: 'untestable',
        code: 'FOLLOWS',
        follows: 'x/refused',
        reason: 'nothing was refused',
        exchanges: [7],
      },
    ],
  ])
})

test('steps without a check are left out', () => {
  const steps = { refused: failed, code: failed }
  expect(judgedSteps(steps, (step) => (step === 'code' ? undefined : step))).toHaveLength(1)
})

test('a step can not follow one that has no check: our own mistake', () => {
  const steps = { refused: failed, code: behind('refused', 'nothing was refused', [7]) }
  expect(() => judgedSteps(steps, (step) => (step === 'refused' ? undefined : step))).toThrow(
    'the step refused has no check to follow',
  )
})
