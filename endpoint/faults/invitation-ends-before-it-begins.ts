import type { Invitation } from '../../specs/vocabulary/verbs.ts'
import { founded, inviting } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import { altering } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

const early = (invitation: Invitation): Invitation => ({
  ...invitation,
  ...(invitation.requestedAt !== undefined && { expiresAt: invitation.requestedAt - 1000 }),
})

const pageOf = <P extends { readonly items: readonly Invitation[] }>(page: P): P => ({
  ...page,
  items: page.items.map(early),
})

const alterations = [
  telling('inviteAccount', early),
  telling('getInvitation', early),
  telling('listSentInvitations', pageOf),
  telling('listReceivedInvitations', pageOf),
]

/** Says of invitations that they ended before they were sent. */
export const invitationEndsBeforeItBegins: KnownFault = {
  name: 'invitation-ends-before-it-begins',
  description: 'says of invitations that they ended before they were sent',
  breaks: { aws: ['K25'], huawei: ['R99'], tencent: ['A18'] },
  alter: altering(...alterations),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await inviting(visit.boss, visit.guest.id)
      const [one] = (await visit.guest.listReceivedInvitations({})).result.items
      return (one?.expiresAt ?? 0) > (one?.requestedAt ?? 0)
    },
    right: true,
    wrong: false,
  },
}
