import { mapLeaves } from '../../specs/contract/map-leaves.ts'
import type { Rules } from '../../specs/model/rules.ts'
import { nodesOf } from '../../specs/model/tree.ts'
import type {
  AccountRecord,
  AttachmentRecord,
  DelegationRecord,
  MemberRecord,
  OrganizationRecord,
  PolicyRecord,
  SwitchRecord,
  UnitRecord,
  World,
} from '../../specs/model/world.ts'
import type { PolicyType, Tag } from '../../specs/vocabulary/nouns.ts'
import type { Standing, Unseen } from './standing.ts'

/** What is furnished, and when that is. */
export interface Furnishing {
  readonly standing: Standing
  readonly rules: Rules
  readonly now: number
}

/**
 * A world that whatever was read fits as well, and that differs from the given one in all that was not: where the rules come
 * to the same in both, they come to it whatever stood before.
 */
export function furnished(world: World, furnishing: Furnishing): World {
  const { standing, now } = furnishing
  const bare = world.organizations.get(standing.organization)
  if (bare === undefined) return world
  // what is long ago may just as well have come about a moment ago
  const organization = mapLeaves(filled(bare, furnishing), (leaf) =>
    leaf === standing.since ? now - 1 : leaf,
  )
  const name = nameLike([...world.accounts.values()])
  const others = standing.unseen.map(({ account: id }): [string, AccountRecord] => [
    id,
    { id, name, email: id, organization: bare.id },
  ])
  return {
    ...world,
    organizations: new Map(world.organizations).set(bare.id, organization),
    accounts: new Map([...world.accounts, ...others]),
  }
}

/** What nobody knows, in a word. */
const unknown = '?'

/** Whoever looks for a piece of a name that is known finds this one, too. */
const nameLike = (known: readonly { readonly name: string }[]): string =>
  [unknown, ...known.map(({ name }) => name)].join(' ')

const filled = (bare: OrganizationRecord, furnishing: Furnishing): OrganizationRecord => ({
  ...bare,
  units: unitsIn(bare, furnishing),
  members: membersIn(bare, furnishing),
  policies: policiesIn(bare, furnishing),
  attachments: attachmentsIn(bare, furnishing),
  types: typesIn(bare, furnishing),
  tags: tagsIn(bare, furnishing),
  services: servicesIn(bare, furnishing),
  delegations: delegationsIn(bare, furnishing),
  resourcePolicy: bare.resourcePolicy ?? { id: unknown, content: unknown },
})

const unitsIn = (
  { units, root: parent }: OrganizationRecord,
  { standing: { unseen, since: createdAt } }: Furnishing,
): OrganizationRecord['units'] => {
  const name = nameLike([...units.values()])
  const others = unseen.map(({ unit: id }): [string, UnitRecord] => [
    id,
    { id, name, parent, createdAt },
  ])
  return new Map([...others, ...units])
}

/** Accounts that stood in the root as far as is known stand elsewhere, and came another way. */
const membersIn = (
  { members, root }: OrganizationRecord,
  { standing: { accounts, since, unseen } }: Furnishing,
): OrganizationRecord['members'] => {
  const [{ unit: parent }] = unseen
  const other = { parent, joinedBy: 'created', joinedAt: since } as const
  const moved = [...members].map(([id, one]): [string, MemberRecord] => [
    id,
    accounts.has(id) && one.parent === root ? { ...one, ...other } : one,
  ])
  const others = unseen.map(({ account }): [string, MemberRecord] => [
    account,
    { account, ...other },
  ])
  return new Map([...moved, ...others])
}

const policiesIn = (
  { policies }: OrganizationRecord,
  { standing: { unseen, since } }: Furnishing,
): OrganizationRecord['policies'] => {
  const shared = {
    name: nameLike([...policies.values()]),
    description: unknown,
    content: JSON.stringify({ [unknown]: unknown }),
    changedAt: since,
  }
  const others = unseen.flatMap((one) =>
    [...one.policies].map(([type, id]): [string, PolicyRecord] => [id, { ...shared, id, type }]),
  )
  return new Map([...others, ...policies])
}

/** Other policies are in force at whatever stood before; at everything, as long as nobody knows which types are on. */
const attachmentsIn = (
  organization: OrganizationRecord,
  { standing, rules: { builtinPolicy } }: Furnishing,
): OrganizationRecord['attachments'] => {
  const { accounts, typesRead, since, unseen } = standing
  const builtin = builtinPolicy === undefined ? [] : [builtinPolicy.id]
  const ids = [...unseen.flatMap(({ policies }) => [...policies.values()]), ...builtin]
  const others = ids.map((policy) => ({ policy, since }))
  const stood = [organization.root, ...accounts].filter(
    (id) => id === organization.root || organization.members.has(id),
  )
  const attachments = new Map<string, readonly AttachmentRecord[]>(organization.attachments)
  for (const node of typesRead ? stood : nodesOf(organization)) {
    attachments.set(node, [...others, ...(attachments.get(node) ?? [])])
  }
  return attachments
}

const typesIn = (
  { types }: OrganizationRecord,
  { standing: { typesRead, since }, rules }: Furnishing,
): OrganizationRecord['types'] => {
  if (typesRead) return types
  const turned = (type: PolicyType): [PolicyType, SwitchRecord] => [
    type,
    { enabled: types.get(type)?.enabled !== true, settlesAt: since },
  ]
  return new Map(rules.policyTypes.map(turned))
}

/** Whatever stood before has another tag; of the rest, one of each kind has all tags that are known, and other values. */
const tagsIn = (
  { tags, root }: OrganizationRecord,
  { standing: { accounts, unseen } }: Furnishing,
): OrganizationRecord['tags'] => {
  const one = { key: unknown, value: unknown }
  const known = [...tags.values()].flat()
  const all = [one, ...known.flatMap((tag): readonly Tag[] => [tag, { ...tag, value: unknown }])]
  const [tagged] = unseen
  const others = idsOf(tagged).map((id): [string, readonly Tag[]] => [id, all])
  const stood = [root, ...accounts].map((id): [string, readonly Tag[]] => [
    id,
    [...(tags.get(id) ?? []), one],
  ])
  return new Map([...others, ...tags, ...stood])
}

const idsOf = ({ unit, account, policies }: Unseen): readonly string[] => [
  unit,
  account,
  ...policies.values(),
]

const servicesIn = (
  { services }: OrganizationRecord,
  { standing: { since }, rules }: Furnishing,
): OrganizationRecord['services'] =>
  new Map([...rules.services.map((one): [string, number] => [one, since]), ...services])

/** Whoever stood before administers everything. */
const delegationsIn = (
  { delegations, management }: OrganizationRecord,
  { standing: { accounts, since, unseen }, rules }: Furnishing,
): readonly DelegationRecord[] => {
  const others = [...accounts, ...unseen.map(({ account }) => account)]
  const all = others
    .filter((id) => id !== management)
    .flatMap((account) => rules.services.map((service) => ({ account, service, since })))
  return [...all, ...delegations]
}
