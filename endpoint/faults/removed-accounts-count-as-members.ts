import { founded, inviting, joined } from '../fault-kit/arrange.ts'
import { neverAgain } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Invites no account again that it removed, as if that belonged to the organization still. */
export const removedAccountsCountAsMembers: KnownFault = {
  name: 'removed-accounts-count-as-members',
  description:
    'invites no account again that it removed, as if that belonged to the organization still',
  breaks: {
    aws: ['C24', 'K13', 'K22'],
    huawei: ['R74', 'N19', 'N44'],
    tencent: ['A7', 'R15', 'R24'],
  },
  alter: neverAgain(
    { verb: 'removeAccount', key: ({ args, command }) => `${command.caller} ${args.account}` },
    {
      verb: 'inviteAccount',
      key: ({ args, command }) => `${command.caller} ${args.target.id}`,
      refusal: 'inviteeInOrganization',
    },
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await joined(visit)
      await visit.boss.removeAccount({ account })
      return (await inviting(visit.boss, account)).came
    },
    right: 'done',
    wrong: 'inviteeInOrganization',
  },
}
