import { callerOf } from '../../specs/model/accounts.ts'
import { commit } from '../../specs/model/changes.ts'
import type { Context, IdKind } from '../../specs/model/decision.ts'
import type { Rules } from '../../specs/model/rules.ts'
import type { MemberRecord, OrganizationRecord, World } from '../../specs/model/world.ts'
import type { PolicyType } from '../../specs/vocabulary/nouns.ts'
import type { Organization, Root } from '../../specs/vocabulary/verbs.ts'

/** An organization that stood before the run came, as far as the play has read it. */
export interface Standing {
  readonly organization: string
  /** the accounts that said themselves that they are in it */
  readonly accounts: ReadonlySet<string>
  /** whether it was read which policy types are on */
  readonly typesRead: boolean
  /** stands in the model for any time before the run came */
  readonly since: number
  /** names for what may stand in it besides */
  readonly unseen: Unseen
}

/** Names for things that may be there, or not. */
export interface Unseen {
  readonly unit: string
  readonly account: string
  readonly policies: ReadonlyMap<PolicyType, string>
}

/** A world with an organization in it that nobody in the play founded. */
export interface Stood {
  readonly world: World
  readonly standing: Standing
}

/** What reading is done with. */
export interface StandingParts extends Pick<Context, 'newId'> {
  readonly rules: Rules
  readonly at: number
}

const long = 400 * 24 * 60 * 60 * 1000

/**
 * The world once an account has read the organization that it is in. Undefined for one that shares only the bill: what it
 * began on its way to all features nobody can read.
 */
export function stoodIn(
  { world, standing: before }: Pick<Stood, 'world'> & Partial<Stood>,
  { caller, told }: { readonly caller: string; readonly told: Organization },
  parts: StandingParts,
): Stood | undefined {
  if (told.features !== undefined && told.features !== 'all') return undefined
  if (before !== undefined && before.organization !== told.id) return undefined
  const standing = before ?? standingFrom(told.id, parts)
  const organization = world.organizations.get(told.id) ?? bareOf(told, standing, parts)
  const inside = [...new Set([told.management, caller])]
  const members = new Map(organization.members)
  for (const account of inside) {
    if (!members.has(account)) members.set(account, memberAt(organization, account, standing))
  }
  return {
    world: commit(world, {
      organizations: [{ ...organization, members }],
      accounts: inside.map((id) => ({
        ...callerOf(world, parts.rules, id),
        organization: told.id,
      })),
    }),
    standing: { ...standing, accounts: new Set([...standing.accounts, ...inside]) },
  }
}

const standingFrom = (
  organization: string,
  { newId, at, rules }: StandingParts,
): Standing => {
  const named = (kind: IdKind): string => newId(kind, organization)
  return {
    organization,
    accounts: new Set(),
    typesRead: false,
    since: at - long,
    unseen: {
      unit: named('unit'),
      account: named('account'),
      policies: new Map(rules.policyTypes.map((type) => [type, named('policy')])),
    },
  }
}

const bareOf = (
  { id, management }: Organization,
  { since }: Standing,
  { newId, rules }: StandingParts,
): OrganizationRecord => ({
  id,
  management,
  root: newId('root', id),
  features: 'all',
  members: new Map(),
  units: new Map(),
  policies: new Map(),
  attachments: new Map(),
  types: new Map(rules.foundingTypes.map((type) => [type, { enabled: true, settlesAt: since }])),
  creations: new Map(),
  invitations: [],
  tags: new Map(),
  services: new Map(),
  delegations: [],
  closings: [],
})

const memberAt = (
  { root }: OrganizationRecord,
  account: string,
  { since }: Standing,
): MemberRecord => ({ account, parent: root, joinedBy: 'invited', joinedAt: since })

/** The same once its root was read, and with it which policy types are on: those that nobody has a name for say nothing. */
export function withTypes(
  { world, standing }: Stood,
  { policyTypes: told }: Pick<Root, 'policyTypes'>,
  { policyTypes: all }: Pick<Rules, 'policyTypes'>,
): Stood {
  const organization = world.organizations.get(standing.organization)
  const isKnown = told?.every(
    ({ type, status }) => all.some((one) => one === type) && status === 'enabled',
  )
  if (standing.typesRead || organization === undefined || isKnown !== true) {
    return { world, standing }
  }
  const settled = { enabled: true, settlesAt: standing.since }
  const types = new Map(
    all.filter((type) => told?.some((one) => one.type === type)).map((type) => [type, settled]),
  )
  return {
    world: commit(world, { organizations: [{ ...organization, types }] }),
    standing: { ...standing, typesRead: true },
  }
}
