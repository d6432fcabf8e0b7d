import { founded, invited } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Tells of every invitation that it is open. */
export const answeredInvitationReadAsOpen: KnownFault = {
  name: 'answered-invitation-read-as-open',
  description: 'tells of every invitation that it is open',
  breaks: { aws: ['D18'], huawei: ['R90'] },
  alter: telling('getInvitation', (invitation) => ({ ...invitation, state: 'open' })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const invitation = await invited(visit)
      await visit.guest.declineInvitation({ invitation })
      return (await visit.boss.getInvitation({ invitation })).result.state
    },
    right: 'declined',
    wrong: 'open',
  },
}
