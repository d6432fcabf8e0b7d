import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { hugePageAsked } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Answers pages of any size. */
export const pageSizeUnlimited: KnownFault = {
  name: 'page-size-unlimited',
  description: 'answers pages of any size',
  breaks: { aws: ['I5'] },
  alter: (steps) => ({
    ...withoutLimits('pageSizeMax')(steps),
    check: (heard, original) => {
      const problem = steps.check(heard, original)
      return problem?.refusal === 'invalid.maximum' ? undefined : problem
    },
  }),
  seen: {
    at: hugePageAsked,
    right: 'invalid.maximum',
    wrong: 'done',
  },
}
