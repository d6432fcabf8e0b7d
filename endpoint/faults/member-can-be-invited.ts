import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { homeless } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Invites accounts that belong to an organization. */
export const memberCanBeInvited: KnownFault = {
  name: 'member-can-be-invited',
  description: 'invites accounts that belong to an organization',
  breaks: { aws: ['D6'], huawei: ['R83'], tencent: ['S13'] },
  alter: forgiving(['inviteeInOrganization'], (moment) => {
    const { verb, args } = moment.command
    const id = verb === 'inviteAccount' ? args.target.id : ''
    return decideIn(moment, homeless(moment.world, id))
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const target = { kind: 'account', id: await joined(visit) }
      return (await visit.boss.inviteAccount({ target })).came
    },
    right: 'inviteeInOrganization',
    wrong: 'done',
  },
}
