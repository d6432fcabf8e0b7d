import { founded, invited } from '../fault-kit/arrange.ts'
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
    at: async (visit) => {
      await founded(visit)
      await invited(visit)
      const target = { kind: 'account', id: visit.guest.id }
      return (await visit.boss.inviteAccount({ target })).came
    },
    right: 'invitationDuplicate',
    wrong: 'another code',
  },
}
