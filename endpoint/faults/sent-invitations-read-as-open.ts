import { founded, invited } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Lists every invitation that was sent as an open one. */
export const sentInvitationsReadAsOpen: KnownFault = {
  name: 'sent-invitations-read-as-open',
  description: 'lists every invitation that was sent as an open one',
  breaks: { aws: ['D18'], huawei: ['R92', 'R96'], tencent: ['R1'] },
  alter: telling('listSentInvitations', (page) => ({
    ...page,
    items: page.items.map((invitation) => ({ ...invitation, state: 'open' })),
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.boss.cancelInvitation({ invitation: await invited(visit) })
      return (await visit.boss.listSentInvitations({})).result.items.map(({ state }) => state)
    },
    right: ['cancelled'],
    wrong: ['open'],
  },
}
