import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { unlistedValueCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

const ignored: ReadonlySet<RefusalName> = new Set<RefusalName>(['invalid.enum'])

/** Takes words that no list of values has. */
export const enumNotChecked: KnownFault = {
  name: 'enum-not-checked',
  description: 'takes words that no list of values has',
  breaks: {
    aws: ['J2', 'B10', 'contract/aws/*/enum/*'],
    huawei: ['contract/huawei/*/enum/*'],
    tencent: ['C15'],
  },
  alter: ({ check }) => ({
    check: (heard, original) => {
      const problem = check(heard, original)
      return problem !== undefined && ignored.has(problem.refusal) ? undefined : problem
    },
  }),
  seen: {
    at: async ({ vendor, send }) => {
      const { operation, input } = unlistedValueCall(vendor)
      return (await send(operation, input)) === 'invalid.enum'
    },
    right: true,
    wrong: false,
  },
}
