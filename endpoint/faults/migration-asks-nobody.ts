import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { joined } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Enables all features without asking any member. */
export const migrationAsksNobody: KnownFault = {
  name: 'migration-asks-nobody',
  description: 'enables all features without asking any member',
  breaks: { aws: ['D25'] },
  alter: saying('enableAllFeatures', (moment) => {
    const decision = decideAs(moment, {})
    if (decision.kind === 'refused') return decision
    const { invitations = [], ...changes } = decision.changes
    const asked = invitations.filter(({ parent }) => parent === undefined)
    return { ...decision, changes: { ...changes, invitations: asked } }
  }),
  seen: {
    at: async (visit) => {
      await visit.boss.createOrganization({ features: 'billing' })
      await joined(visit)
      await visit.boss.enableAllFeatures({})
      const { items } = (await visit.guest.listReceivedInvitations({})).result
      return items.filter(({ state }) => state === 'open').length
    },
    right: 1,
    wrong: 0,
  },
}
