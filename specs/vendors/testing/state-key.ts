import { isVisible } from '../../model/invitation-state.ts'
import type { InvitationRecord, OrganizationRecord, World } from '../../model/world.ts'
import type { Instant } from '../../vocabulary/nouns.ts'
import { longAgeOf } from './ages.ts'
import { organizationText } from './organization-text.ts'
import type { Scope } from './scope.ts'
import type { State } from './state.ts'

/**
 * What a state is known by: the same text for two that differ in ids, in which of the callers does what, and in times
 * that no rule asks about. Two states of one text go on alike, which walk.test.ts tries.
 */
export function keyOf({ context: { rules } }: Scope, { world, now }: State): string {
  const told = [...world.organizations.values()]
    .map((organization) => ({ organization, text: organizationText(organization, now) }))
    .toSorted((one, other) => (one.text < other.text ? -1 : 1))
  const organizations = told.map(({ organization }) => organization)
  const shown = inOrder(organizations, world).filter(
    (one) => one.parent !== undefined || isVisible(one, { world, rules, now }),
  )
  const names = namesIn(organizations, shown)
  const telling = { name: namingIn(world, names), now }
  return [
    ...told.map(({ text }) => text),
    ...shown.map((one) => invitationText(one, telling)),
    ...inboxesOf(world, names),
    ...accountsOf(world, { names, now, delay: rules.closingDelay }),
  ].join('\n')
}

type Naming = (id: string) => string

interface Telling {
  readonly name: Naming
  readonly now: Instant
}

/** By who sent them; then what is left of organizations that are no more. */
const inOrder = (
  organizations: readonly OrganizationRecord[],
  { invitations, organizations: living }: World,
): readonly InvitationRecord[] => [
  ...organizations.flatMap((one) => one.invitations.flatMap((id) => invitations.get(id) ?? [])),
  ...[...invitations.values()].filter(({ organization }) => !living.has(organization)),
]

const namesIn = (
  organizations: readonly OrganizationRecord[],
  shown: readonly InvitationRecord[],
): Map<string, string> => {
  const names = new Map<string, string>()
  for (const [at, { id, members }] of organizations.entries()) {
    names.set(id, `o${at}`)
    for (const [index, account] of [...members.keys()].entries())
      names.set(account, `o${at}m${index}`)
  }
  for (const [at, { id }] of shown.entries()) names.set(id, `i${at}`)
  return names
}

/** Whoever is in no organization is named when first spoken of; an address names who has it, if anybody has. */
const namingIn =
  (world: World, names: Map<string, string>): Naming =>
  (called) => {
    const account = world.emails.get(called) ?? called.replace(/@example\.com$|^Account /u, '')
    const name = names.get(account) ?? (account.includes('@') ? account : `x${names.size}`)
    names.set(account, name)
    return name
  }

const invitationText = (one: InvitationRecord, { name, now }: Telling): string =>
  JSON.stringify([
    one.action,
    name(one.organization),
    name(one.management),
    one.features,
    one.recipient.kind,
    name(one.recipient.id),
    longAgeOf(one.requestedAt, now),
    one.answer && [one.answer.state, longAgeOf(one.answer.at, now), name(one.answer.by ?? '')],
    one.name,
    one.notes,
    one.tags,
    one.parent === undefined ? '' : name(one.parent),
    one.children.map(name),
  ])

/** Readers see what they received in the order in which it came. */
const inboxesOf = ({ inboxes }: World, names: ReadonlyMap<string, string>): readonly string[] =>
  [...inboxes.values()]
    .map((ids) => ids.flatMap((id) => names.get(id) ?? []))
    .filter((ids) => ids.length > 1)
    .map((ids) => ids.join())
    .toSorted()

/** What of accounts does not follow from their ids. */
const accountsOf = (
  { accounts, endpoints }: World,
  { names, now, delay }: Pick<Telling, 'now'> & Named & { readonly delay: number },
): readonly string[] =>
  [...new Set([...accounts.keys(), ...endpoints.keys()])]
    .flatMap((id) => {
      const { email = id, closedAt } = accounts.get(id) ?? {}
      const made = email.startsWith(id) ? '' : email
      const left = JSON.stringify(endpoints.get(id)) ?? ''
      const status = closedAt === undefined ? '' : String(now < closedAt + delay)
      const text = [made, left, status].join()
      return text === ',,' ? [] : [`${names.get(id) ?? 'alone'} ${text}`]
    })
    .toSorted()

interface Named {
  readonly names: ReadonlyMap<string, string>
}
