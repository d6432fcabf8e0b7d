import { notChecking } from '../fault-kit/not-checking.ts'
import { incompleteCall } from '../fault-kit/unfit-call.ts'
import type { KnownFault } from '../fault.ts'

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
  alter: notChecking('invalid.required', 'invalid.null'),
  seen: {
    at: async ({ vendor, send }) => {
      const { operation, input } = incompleteCall(vendor)
      return (await send(operation, input)) === 'invalid.required'
    },
    right: true,
    wrong: false,
  },
}
