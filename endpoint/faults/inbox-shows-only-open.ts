import { founded, invited } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves answered invitations out of those that an account received. */
export const inboxShowsOnlyOpen: KnownFault = {
  name: 'inbox-shows-only-open',
  description: 'leaves answered invitations out of those that an account received',
  breaks: { aws: ['D20'], huawei: ['R100'] },
  alter: listing('listReceivedInvitations', ({ state }) => state === 'open'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const invitation = await invited(visit)
      await visit.boss.cancelInvitation({ invitation })
      return (await visit.guest.listReceivedInvitations({})).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
