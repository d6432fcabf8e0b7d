import type { Account, AccountStatus, Instant } from '../vocabulary/nouns.ts'
import type { Inside } from './decision.ts'
import { pathTo } from './path.ts'
import type { Rules } from './rules.ts'
import type { AccountRecord, MemberRecord, OrganizationRecord, World } from './world.ts'

/** What is known of an account: what was written, or what a stranger is like. */
export function accountOf(world: World, rules: Rules, id: string): AccountRecord | undefined {
  const known = world.accounts.get(id)
  if (known) return known
  return rules.strangers?.id.test(id) ? stranger(rules, id) : undefined
}

/** The account that calls. It could sign its message, so it exists even if nobody knew. */
export function callerOf(world: World, rules: Rules, id: string): AccountRecord {
  return world.accounts.get(id) ?? stranger(rules, id)
}

const stranger = ({ strangers }: Rules, id: string): AccountRecord => ({
  id,
  name: `Account ${id}`,
  email: `${id}@${strangers?.emailDomain ?? 'example.com'}`,
})

/** Who has an e-mail address; strangers have theirs before anybody heard of them. */
export function accountByEmail(
  world: World,
  rules: Rules,
  email: string,
): AccountRecord | undefined {
  const address = email.toLowerCase()
  const id = world.emails.get(address)
  if (id !== undefined) return world.accounts.get(id)
  const [local = ''] = address.split('@')
  const candidate = accountOf(world, rules, local)
  return candidate?.email.toLowerCase() === address ? candidate : undefined
}

/** Who has a name; strangers have theirs before anybody heard of them. */
export function accountByName(world: World, rules: Rules, name: string): AccountRecord | undefined {
  for (const account of world.accounts.values()) if (account.name === name) return account
  const [, id = ''] = /^Account (\S+)$/u.exec(name) ?? []
  return world.accounts.has(id) ? undefined : accountOf(world, rules, id)
}

/**
 * The member with that id; undefined for strangers and for accounts that are still being created.
 */
export function memberOf(
  organization: OrganizationRecord,
  account: string,
  now: Instant,
): MemberRecord | undefined {
  const member = organization.members.get(account)
  return member && member.joinedAt <= now ? member : undefined
}

/** The members that are there by now, in the order they joined. */
export function membersOf(organization: OrganizationRecord, now: Instant): readonly MemberRecord[] {
  return [...organization.members.values()].filter(({ joinedAt }) => joinedAt <= now)
}

/** Closing first, then suspended. */
export function statusOf({ closedAt }: AccountRecord, { rules, now }: Inside): AccountStatus {
  if (closedAt === undefined) return 'active'
  return now < closedAt + rules.closingDelay ? 'closing' : 'suspended'
}

/** What the organization itself says of a member, where it says anything. */
const namedMember = (
  { organization, rules }: Inside,
  { parent, name, notes = '' }: MemberRecord,
  account: AccountRecord,
): Pick<Account, 'name' | 'notes' | 'place'> => {
  if (!rules.namedMembers) return { name: account.name }
  const unit = organization.units.get(parent)
  const place = {
    id: parent,
    name: unit?.name ?? 'Root',
    ...(unit && { parent: unit.parent }),
  }
  return { name: name ?? account.name, notes, place }
}

/** A member as its organization sees it. */
export function showAccount(situation: Inside, member: MemberRecord): Account {
  const { organization, world, rules } = situation
  const account = callerOf(world, rules, member.account)
  return {
    id: account.id,
    ...namedMember(situation, member, account),
    ...contactOf(situation, account),
    ...(member.notes !== undefined && { notes: member.notes }),
    status: statusOf(account, situation),
    joinedBy: member.joinedBy,
    joinedAt: member.joinedAt,
    path: [...pathTo(organization, member.parent), account.id],
    home: { organization: organization.id, management: organization.management },
  }
}

/** E-mail address and telephone, where they are told without being asked for, or are asked for. */
const contactOf = (
  { rules, command }: Inside,
  { email, phone }: AccountRecord,
): Pick<Account, 'email' | 'phone'> => {
  const asked = (command.args as { readonly contact?: boolean }).contact === true
  if (rules.contactOnRequest && !asked) return {}
  return { email, ...(phone !== undefined && { phone }) }
}
