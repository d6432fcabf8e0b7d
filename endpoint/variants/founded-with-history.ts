import type { Decision } from '../../specs/model/decision.ts'
import type { OrganizationRecord } from '../../specs/model/world.ts'
import { decideAs } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import { endedInvitation, foreignTree } from '../variant-kit/history.ts'
import type { KnownVariant } from '../variant.ts'

const ends = ['declined', 'cancelled', 'expired'] as const

/** Finds an organization with things of somebody else in it, and with invitations that have come to an end. */
export const foundedWithHistory: KnownVariant = {
  name: 'founded-with-history',
  description:
    'founds organizations that have units, a policy and ended invitations of somebody else',
  evidence: { aws: ['O13', 'O178'], tencent: ['T26'] },
  // what stands from the start may count, or not
  hides: ['deleted-policies-count', 'deleted-units-count', 'quotas-one-off'],
  alter: ({ decide }, { vendor }) => ({
    decide: (world, command, context): Decision => {
      const decision = decideAs({ world, command, context, decide }, {})
      if (command.verb !== 'createOrganization' || decision.kind === 'refused') return decision
      const { changes } = decision
      const [content] = vendor.profile.policyContents.control ?? []
      const invitations = (changes.organizations ?? []).flatMap((one) =>
        ends.map((end) => endedInvitation(one, context, end)),
      )
      const lived = (one: OrganizationRecord): OrganizationRecord => ({
        ...foreignTree(one, context, one.features === 'all' ? content : undefined),
        invitations: invitations.map(({ id }) => id),
      })
      const organizations = changes.organizations?.map(lived) ?? []
      return { ...decision, changes: { ...changes, organizations, invitations } }
    },
  }),
  seen: {
    at: async (visit) => {
      const parent = await founded(visit)
      const units = (await visit.boss.listUnits({ parent })).result.items
      const sent = (await visit.boss.listSentInvitations({})).result.items
      return [units.length, sent.map(({ state }) => state).toSorted()]
    },
    quiet: [0, []],
    varied: [1, ['cancelled', 'declined', 'expired']],
  },
}
