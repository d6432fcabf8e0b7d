import { founded, invited } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves the notes out of the invitations that an account received. */
export const receivedInvitationsLoseNotes: KnownFault = {
  name: 'received-invitations-lose-notes',
  description: 'leaves the notes out of the invitations that an account received',
  breaks: { aws: ['K10'], huawei: ['R82'], tencent: ['A18'] },
  alter: telling('listReceivedInvitations', (page) => ({
    ...page,
    items: page.items.map((invitation) => ({
      ...invitation,
      details: (invitation.details ?? []).filter(({ kind }) => kind !== 'notes'),
    })),
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await invited(visit)
      const [received] = (await visit.guest.listReceivedInvitations({})).result.items
      return received?.details?.some(({ value }) => value === 'come in')
    },
    right: true,
    wrong: false,
  },
}
