import { notChecking } from '../fault-kit/not-checking.ts'
import { unlistedValueCall } from '../fault-kit/unfit-call.ts'
import type { KnownFault } from '../fault.ts'

/** Takes words that no list of values has. */
export const enumNotChecked: KnownFault = {
  name: 'enum-not-checked',
  description: 'takes words that no list of values has',
  breaks: {
    aws: ['J2', 'B10', 'contract/aws/*/enum/*'],
    huawei: ['contract/huawei/*/enum/*'],
    tencent: ['C15'],
  },
  alter: notChecking('invalid.enum'),
  seen: {
    at: async ({ vendor, send }) => {
      const { operation, input } = unlistedValueCall(vendor)
      return (await send(operation, input)) === 'invalid.enum'
    },
    right: true,
    wrong: false,
  },
}
