import type { Invitation } from '../../specs/vocabulary/nouns.ts'
import type { Page } from '../../specs/vocabulary/verbs.ts'
import { founded, inviting } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { Steps } from '../steps.ts'
import type { KnownVariant } from '../variant.ts'

/** The organization is a party by the rest of its id alone; the parties are told last first. */
const bare = (invitation: Invitation): Invitation => ({
  ...invitation,
  parties: (invitation.parties ?? [])
    .map(({ kind, id }) => ({ kind, id: kind === 'organization' ? id.replace(/^o-/u, '') : id }))
    .toReversed(),
})

const all = (page: Page<Invitation>): Page<Invitation> => ({ ...page, items: page.items.map(bare) })

const alterations = [
  telling('inviteAccount', bare),
  telling('acceptInvitation', bare),
  telling('declineInvitation', bare),
  telling('cancelInvitation', bare),
  telling('getInvitation', bare),
  telling('listSentInvitations', all),
  telling('listReceivedInvitations', all),
]

/** Names an organization among the parties of an invitation without the prefix of its id, and last. */
export const partiesWithoutPrefix: KnownVariant = {
  name: 'parties-without-prefix',
  description: 'names an organization among the parties without the prefix of its id, and last',
  evidence: { aws: ['O123', 'O124'] },
  alter: (steps) =>
    alterations.reduce<Steps>((before, alter) => ({ ...before, ...alter(before) }), steps),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const { parties = [] } = (await inviting(visit.boss, visit.guest.id)).result
      return parties.map(({ kind, id }) => [kind, id.startsWith('o-')])
    },
    quiet: [
      ['organization', true],
      ['account', false],
    ],
    varied: [
      ['account', false],
      ['organization', false],
    ],
  },
}
