import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { misshapenCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

const ignored: ReadonlySet<RefusalName> = new Set<RefusalName>(['invalid.pattern'])

/** Takes identifiers and names of any form. */
export const patternNotChecked: KnownFault = {
  name: 'pattern-not-checked',
  description: 'takes identifiers and names of any form',
  breaks: {
    aws: ['J2'],
    huawei: ['contract/huawei/*/pattern/*'],
    codearts: ['R173', 'R174', 'R175'],
  },
  alter: ({ check }) => ({
    check: (heard, original) => {
      const problem = check(heard, original)
      return problem !== undefined && ignored.has(problem.refusal) ? undefined : problem
    },
  }),
  seen: {
    at: async (visit) => (await misshapenCall(visit)).came === 'invalid.pattern',
    right: true,
    wrong: false,
  },
}
