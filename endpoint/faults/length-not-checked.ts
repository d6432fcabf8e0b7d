import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Fault } from '../fault.ts'

const ignored: ReadonlySet<RefusalName> = new Set<RefusalName>([
  'invalid.minLength',
  'invalid.maxLength',
])

/** Takes texts of any length. */
export const lengthNotChecked: Fault = {
  name: 'length-not-checked',
  description: 'takes texts of any length',
  breaks: { aws: ['J2'], huawei: ['R159'], codearts: ['R173', 'R174', 'R175'] },
  alter: ({ check }) => ({
    check: (heard, original) => {
      const problem = check(heard, original)
      return problem !== undefined && ignored.has(problem.refusal) ? undefined : problem
    },
  }),
}
