import { acceptedCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

/** Answers every success with an empty object. */
export const emptySuccess: KnownFault = {
  name: 'empty-success',
  description: 'answers every success with an empty object',
  breaks: {
    aws: ['contract/aws/*/minimal/yields'],
    huawei: ['contract/huawei/*/minimal/yields'],
    tencent: ['contract/tencent/*/minimal/yields'],
    codearts: ['contract/codearts/*/minimal/yields'],
  },
  alter: () => ({ write: () => ({}) }),
  seen: {
    at: async (visit) => {
      const said = await acceptedCall(visit)
      return said.done && Object.keys(said.result).length > 0
    },
    right: true,
    wrong: false,
  },
}
