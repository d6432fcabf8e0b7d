import { callerOf } from '../../specs/model/accounts.ts'
import { commit } from '../../specs/model/changes.ts'
import type { Context, IdKind } from '../../specs/model/decision.ts'
import type { Rules } from '../../specs/model/rules.ts'
import type {
  AccountRecord,
  MemberRecord,
  OrganizationRecord,
  World,
} from '../../specs/model/world.ts'
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
  /** names for what may stand in it besides: something with tags, something without */
  readonly unseen: readonly [tagged: Unseen, bare: Unseen]
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

/** What an account was told of the organization that it is in. */
export interface ToldInside {
  readonly caller: string
  readonly told: Organization
}

/**
 * The world once an account has read the organization that it is in. Undefined for one that shares only the bill, as nobody
 * can read what it began on its way to all features; and where another one was read before.
 */
export function stoodIn(
  known: Pick<Stood, 'world'> & Partial<Stood>,
  { caller, told }: ToldInside,
  parts: StandingParts,
): Stood | undefined {
  const { id, features = 'all', management } = told
  const standing = known.standing ?? standingFrom(id, parts)
  if (features !== 'all' || standing.organization !== id) return undefined
  const organization = known.world.organizations.get(id) ?? bareOf(told, standing, parts)
  const world = commit(known.world, { organizations: [organization] })
  return withAccounts({ world, standing }, [...new Set([management, caller])], parts.rules)
}

/** The same once it was read that some accounts are in it. */
export function withAccounts(
  { world, standing }: Stood,
  accounts: readonly string[],
  rules: Rules,
): Stood {
  const { organization: id } = standing
  const organization = world.organizations.get(id)
  if (organization === undefined || accounts.length === 0) return { world, standing }
  const account = (one: string): AccountRecord => ({
    ...callerOf(world, rules, one),
    organization: id,
  })
  return {
    world: commit(world, {
      organizations: [withMembers(organization, accounts, standing)],
      accounts: accounts.map(account),
    }),
    standing: { ...standing, accounts: new Set([...standing.accounts, ...accounts]) },
  }
}

const withMembers = (
  { root, members, ...organization }: OrganizationRecord,
  accounts: readonly string[],
  { since }: Standing,
): OrganizationRecord => {
  const standing = accounts.map((account): [string, MemberRecord] => [
    account,
    { account, parent: root, joinedBy: 'invited', joinedAt: since },
  ])
  return { ...organization, root, members: new Map([...standing, ...members]) }
}

const standingFrom = (organization: string, { newId, at, rules }: StandingParts): Standing => {
  const named = (kind: IdKind): string => newId(kind, organization)
  const unseen = (): Unseen => ({
    unit: named('unit'),
    account: named('account'),
    policies: new Map(rules.policyTypes.map((type) => [type, named('policy')])),
  })
  return {
    organization,
    accounts: new Set(),
    typesRead: false,
    since: at - long,
    unseen: [unseen(), unseen()],
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
