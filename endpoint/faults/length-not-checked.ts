import { oversizedCall } from '../fault-kit/any-call.ts'
import { notChecking } from '../fault-kit/not-checking.ts'
import type { KnownFault } from '../fault.ts'

/** Takes texts of any length. */
export const lengthNotChecked: KnownFault = {
  name: 'length-not-checked',
  description: 'takes texts of any length',
  breaks: { aws: ['J2'], huawei: ['R159'], codearts: ['R173', 'R174', 'R175'] },
  alter: notChecking('invalid.minLength', 'invalid.maxLength'),
  seen: {
    at: async (visit) => (await oversizedCall(visit)).came === 'invalid.maxLength',
    right: true,
    wrong: false,
  },
}
