import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Fault } from '../fault.ts'

const ignored: ReadonlySet<RefusalName> = new Set<RefusalName>(['invalid.required', 'invalid.null'])

/** Looks at no required member. */
export const requiredNotChecked: Fault = {
  name: 'required-not-checked',
  description: 'looks at no required member',
  breaks: {
    aws: ['J1'],
    huawei: ['contract/huawei/*/required/*'],
    tencent: ['C20'],
    codearts: ['contract/codearts/*/required/*'],
  },
  alter: ({ check }) => ({
    check: (heard, original) => {
      const problem = check(heard, original)
      return problem !== undefined && ignored.has(problem.refusal) ? undefined : problem
    },
  }),
}
