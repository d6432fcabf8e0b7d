import { founded, invited } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves cancelled invitations out of those that an organization sent. */
export const outboxForgetsCancelled: KnownFault = {
  name: 'outbox-forgets-cancelled',
  description: 'leaves cancelled invitations out of those that an organization sent',
  breaks: { aws: ['D21'], huawei: ['R101'] },
  alter: listing('listSentInvitations', ({ state }) => state !== 'cancelled'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const invitation = await invited(visit)
      await visit.boss.cancelInvitation({ invitation })
      return (await visit.boss.listSentInvitations({})).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
