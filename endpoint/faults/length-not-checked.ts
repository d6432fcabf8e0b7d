import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { oversizedCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

const ignored: ReadonlySet<RefusalName> = new Set<RefusalName>([
  'invalid.minLength',
  'invalid.maxLength',
])

/** Takes texts of any length. */
export const lengthNotChecked: KnownFault = {
  name: 'length-not-checked',
  description: 'takes texts of any length',
  breaks: { aws: ['J2'], huawei: ['R159'], codearts: ['R173', 'R174', 'R175'] },
  alter: ({ check }) => ({
    check: (heard, original) => {
      const problem = check(heard, original)
      return problem !== undefined && ignored.has(problem.refusal) ? undefined : problem
    },
  }),
  seen: {
    at: async (visit) => (await oversizedCall(visit)).came === 'invalid.maxLength',
    right: true,
    wrong: false,
  },
}
