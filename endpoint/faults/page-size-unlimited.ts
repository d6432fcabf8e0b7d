import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
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
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listAccounts({ size: 21 })).came
    },
    right: 'invalid.maximum',
    wrong: 'done',
  },
}
