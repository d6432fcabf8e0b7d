import type { OrganizationRecord } from '../../model/world.ts'
import type { Instant } from '../../vocabulary/nouns.ts'
import { ageOf, longAgeOf } from './ages.ts'

const told = new WeakMap<OrganizationRecord, { readonly now: Instant; readonly text: string }>()

/** An organization as a text: the same for two that differ in ids, and in times that no rule asks about. */
export function organizationText(organization: OrganizationRecord, now: Instant): string {
  const known = told.get(organization)
  if (known?.now === now) return known.text
  const text = textOf(organization, now)
  told.set(organization, { now, text })
  return text
}

const textOf = (organization: OrganizationRecord, now: Instant): string => {
  const { features, resourcePolicy, services, delegations, closings } = organization
  const name = namesIn(organization)
  // ids of accounts are the only long numbers in it, be they members still or not
  const content = resourcePolicy?.content.replaceAll(/[\da-f]{12,}/gu, name) ?? ''
  return JSON.stringify([
    features,
    name(organization.management),
    treeOf(organization, { name, now }),
    policiesOf(organization, name),
    [...organization.types].map(([type, one]) => [type, one.enabled, one.settlesAt > now]),
    creationsOf(organization, { name, now }),
    [...organization.tags].map(([id, tags]) => [name(id), tags]),
    [...services.keys()],
    delegations.map(({ account, service }) => [name(account), service]),
    content,
    closings.map((at) => longAgeOf(at, now)).filter((age) => age < '2'),
  ])
}

type Naming = (id: string) => string

/**
 * What stands for the ids of an organization: the kind, and the how manyeth of it. The built-in policy is the only one
 * from elsewhere that is attached, accounts that were created and have left the only ones that are spoken of.
 */
const namesIn = (organization: OrganizationRecord): Naming => {
  const { root, members, units, policies, resourcePolicy } = organization
  const names = new Map([
    [root, 'r'],
    ...(resourcePolicy ? [[resourcePolicy.id, 'own'] as const] : []),
  ])
  for (const [at, id] of [...members.keys()].entries()) names.set(id, `m${at}`)
  for (const [at, id] of [...units.keys()].entries()) names.set(id, `u${at}`)
  for (const [at, id] of [...policies.keys()].entries()) names.set(id, `p${at}`)
  return (id) => names.get(id) ?? 'elsewhere'
}

interface Telling {
  readonly name: Naming
  readonly now: Instant
}

const treeOf = ({ members, units }: OrganizationRecord, { name, now }: Telling): unknown => [
  [...members.values()].map((one) => [
    name(one.parent),
    one.joinedBy === 'created' ? longAgeOf(one.joinedAt, now) : '',
    one.name,
    one.notes,
  ]),
  [...units.values()].map((one) => [one.name, name(one.parent)]),
]

const policiesOf = ({ policies, attachments }: OrganizationRecord, name: Naming): unknown => [
  [...policies.values()].map((one) => [one.name, one.type, one.description, one.content]),
  [...attachments].map(([target, all]) => [name(target), ...all.map(({ policy }) => name(policy))]),
]

const creationsOf = ({ creations }: OrganizationRecord, { name, now }: Telling): unknown =>
  [...creations.values()].map((one) => [
    one.name,
    ageOf(one.settlesAt, now) === '-',
    'failure' in one.outcome ? one.outcome.failure : name(one.outcome.account),
  ])
