import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { incompleteCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

const ignored: ReadonlySet<RefusalName> = new Set<RefusalName>(['invalid.required', 'invalid.null'])

/** Looks at no required member. */
export const requiredNotChecked: KnownFault = {
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
  seen: {
    at: async ({ vendor, send }) => {
      const { operation, input } = incompleteCall(vendor)
      return (await send(operation, input)) === 'invalid.required'
    },
    right: true,
    wrong: false,
  },
}
