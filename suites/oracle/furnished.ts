import { mapLeaves } from '../../specs/contract/map-leaves.ts'
import type { Rules } from '../../specs/model/rules.ts'
import { nodesOf } from '../../specs/model/tree.ts'
import type {
  AttachmentRecord,
  DelegationRecord,
  MemberRecord,
  OrganizationRecord,
  PolicyRecord,
  SwitchRecord,
  World,
} from '../../specs/model/world.ts'
import type { PolicyType, Tag } from '../../specs/vocabulary/nouns.ts'
import type { Standing } from './standing.ts'

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
  const { account } = standing.unseen
  const full = filled(bare, furnishing)
  // what is long ago may just as well have come about a moment ago
  const organization = mapLeaves(full, (leaf) => (leaf === standing.since ? now - 1 : leaf))
  const one = { id: account, name: unseen, email: unseen, organization: bare.id }
  return {
    ...world,
    organizations: new Map(world.organizations).set(bare.id, organization),
    accounts: new Map(world.accounts).set(account, one),
  }
}

/** What nobody named it. */
const unseen = '?'

const filled = (bare: OrganizationRecord, furnishing: Furnishing): OrganizationRecord => {
  const { root } = bare
  const { unit } = furnishing.standing.unseen
  const record = { id: unit, name: unseen, parent: root, createdAt: furnishing.standing.since }
  return {
    ...bare,
    units: new Map([[unit, record], ...bare.units]),
    members: membersIn(bare, furnishing),
    policies: new Map([...policiesIn(furnishing), ...bare.policies]),
    attachments: attachmentsIn(bare, furnishing),
    types: typesIn(bare, furnishing),
    tags: tagsIn(bare, furnishing),
    services: servicesIn(bare, furnishing),
    delegations: delegationsIn(bare, furnishing),
    resourcePolicy: bare.resourcePolicy ?? { id: unseen, content: unseen },
  }
}

/** Accounts that stood in the root as far as is known stand elsewhere, and came another way. */
const membersIn = (
  { members, root }: OrganizationRecord,
  { standing: { accounts, since, unseen: names } }: Furnishing,
): OrganizationRecord['members'] => {
  const other = { parent: names.unit, joinedBy: 'created', joinedAt: since } as const
  const moved = [...members].map(([id, one]): [string, MemberRecord] => [
    id,
    accounts.has(id) && one.parent === root ? { ...one, ...other } : one,
  ])
  return new Map([...moved, [names.account, { account: names.account, ...other }]])
}

const policiesIn = ({ standing }: Furnishing): readonly [string, PolicyRecord][] =>
  [...standing.unseen.policies].map(([type, id]) => [
    id,
    {
      id,
      type,
      name: `${unseen} ${type}`,
      description: unseen,
      content: JSON.stringify({ [unseen]: unseen }),
      changedAt: standing.since,
    },
  ])

/** Other policies are in force at whatever stood before; at everything, as long as nobody knows which types are on. */
const attachmentsIn = (
  organization: OrganizationRecord,
  { standing, rules: { builtinPolicy } }: Furnishing,
): OrganizationRecord['attachments'] => {
  const { accounts, typesRead, since, unseen: names } = standing
  const builtin = builtinPolicy === undefined ? [] : [builtinPolicy.id]
  const others = [...names.policies.values(), ...builtin].map((policy) => ({ policy, since }))
  const stood = [organization.root, ...organization.members.keys()].filter(
    (id) => id === organization.root || accounts.has(id),
  )
  const nodes = typesRead ? stood : nodesOf(organization)
  const attachments = new Map<string, readonly AttachmentRecord[]>(organization.attachments)
  for (const node of nodes) attachments.set(node, [...others, ...(attachments.get(node) ?? [])])
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

/** Whatever is tagged has another tag, and others have the same keys with other values. */
const tagsIn = (
  { tags, root }: OrganizationRecord,
  { standing: { accounts, unseen: names } }: Furnishing,
): OrganizationRecord['tags'] => {
  const keys = new Set([unseen, ...[...tags.values()].flat().map(({ key }) => key)])
  const all = [...keys].map((key): Tag => ({ key, value: unseen }))
  const others = new Map<string, readonly Tag[]>(
    [names.unit, names.account, ...names.policies.values()].map((id) => [id, all]),
  )
  const one = { key: unseen, value: unseen }
  const stood = [root, ...accounts].map((id): [string, readonly Tag[]] => [
    id,
    [...(tags.get(id) ?? []), one],
  ])
  return new Map([...others, ...tags, ...stood])
}

const servicesIn = (
  { services }: OrganizationRecord,
  { standing: { since }, rules }: Furnishing,
): OrganizationRecord['services'] =>
  new Map([...rules.services.map((one): [string, number] => [one, since]), ...services])

/** Whoever stood before administers everything. */
const delegationsIn = (
  { delegations, management }: OrganizationRecord,
  { standing: { accounts, since, unseen: names }, rules }: Furnishing,
): readonly DelegationRecord[] => {
  const others = [...accounts, names.account].filter((id) => id !== management)
  return [
    ...others.flatMap((account) => rules.services.map((service) => ({ account, service, since }))),
    ...delegations,
  ]
}
