import { invitedTwice } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Answers a second invitation with a code that the operation does not declare. */
export const undeclaredError: KnownFault = {
  name: 'undeclared-error',
  description: 'answers a second invitation with a code that the operation does not declare',
  breaks: { aws: ['D5'], huawei: ['R84'], tencent: ['S10'] },
  alter: ({ explain }) => ({
    explain: (refused) => {
      const error = explain(refused)
      if (error === undefined || refused.refusal !== 'invitationDuplicate') return error
      return { ...error, code: `Unexpected${error.code}` }
    },
  }),
  seen: {
    at: invitedTwice,
    right: 'invitationDuplicate',
    wrong: 'another code',
  },
}
