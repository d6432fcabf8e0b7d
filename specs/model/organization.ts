import type { Organization } from '../vocabulary/nouns.ts'
import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { callerOf } from './accounts.ts'
import { cover } from './coverage.ts'
import { done, refused, type Decision, type Inside, type Situation } from './decision.ts'
import { isPending, closed } from './invitation-state.ts'
import { admit } from './membership.ts'
import type { OrganizationRecord } from './world.ts'

const show = (
  { world, rules }: Situation,
  { id, management, features, members }: OrganizationRecord,
): Organization => ({
  id,
  management,
  managementEmail: callerOf(world, rules, management).email,
  managementName: callerOf(world, rules, management).name,
  empty: members.size === 1,
  features,
  createdAt: members.get(management)?.joinedAt ?? 0,
  // Says what the organization may use, whatever is switched off in its root.
  policyTypes:
    features === 'all' ? rules.foundingTypes.map((type) => ({ type, status: 'enabled' })) : [],
})

/** Founds an organization; the caller is its management account and first member. */
export function createOrganization(
  situation: Situation,
  args: Args<'createOrganization'>,
): Decision<Organization> {
  const { caller, now, rules, newId } = situation
  const features = args.features ?? 'all'
  const id = newId('organization')
  const root = newId('root', id)
  const types = features === 'all' ? rules.foundingTypes : []
  const empty: OrganizationRecord = {
    id,
    management: caller.id,
    root,
    features,
    members: new Map(),
    units: new Map(),
    policies: new Map(),
    attachments: new Map(),
    types: new Map(types.map((type) => [type, { enabled: true, settlesAt: now }])),
    creations: new Map(),
    invitations: [],
    tags: new Map(),
    services: new Map(),
    delegations: [],
    closings: [],
  }
  const founder = {
    account: caller.id,
    joinedBy: rules.foundersJoin,
    joinedAt: now,
    tags: [],
  } as const
  const organization = admit(cover(empty, rules, { nodes: [root], since: now }), rules, founder)
  return done(show(situation, organization), {
    organizations: [organization],
    accounts: [{ ...caller, organization: id }],
  })
}

/** The organization of the caller. */
export function getOrganization(situation: Inside): Decision<Organization> {
  return done(show(situation, situation.organization))
}

/**
 * Ends an organization that has no members left but its management; open invitations are cancelled.
 */
export function deleteOrganization(situation: Inside): Decision<Nothing> {
  const { organization: ended, caller, world, rules, now } = situation
  if (ended.members.size > 1)
    return refused('organizationNotEmpty', 'the organization still has member accounts')
  if (rules.dissolvesBareOnly && ended.units.size + ended.policies.size > 0)
    return refused('organizationNotEmpty', 'the organization still has units or policies')
  const sent = ended.invitations.flatMap((id) => world.invitations.get(id) ?? [])
  const { organization: _, ...alone } = caller
  return done(
    {},
    {
      dissolved: [ended.id],
      accounts: [alone],
      invitations: sent
        .filter((invitation) => isPending(invitation, situation))
        .map((invitation) => closed(invitation, 'cancelled', now)),
    },
  )
}
