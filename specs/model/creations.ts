import type { Creation, CreationState, Page } from '../vocabulary/nouns.ts'
import type { Args, NewAccount } from '../vocabulary/verbs.ts'
import { accountLimitFlaw } from './account-limit.ts'
import { accountByEmail } from './accounts.ts'
import { done, firstOf, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { withEntry } from './entries.ts'
import { admit } from './membership.ts'
import { listed } from './paging.ts'
import { tagFlaw } from './tags.ts'
import type { AccountRecord, CreationRecord } from './world.ts'

/**
 * Begins to create an account: it appears, or the creation fails, after a while.
 */
export function createAccount(situation: Inside, args: NewAccount): Decision<Creation> {
  return creationFlaw(situation, args) ?? begin(situation, args)
}

/** Begins to create a pair of accounts: the second one is in a sovereign cloud. */
export function createPair(situation: Inside, args: NewAccount): Decision<Creation> {
  return creationFlaw(situation, args) ?? begin(situation, args, situation.newId('account'))
}

const creationFlaw = (situation: Inside, args: NewAccount): Refused | undefined =>
  firstOf(
    tagFlaw(situation.rules, args.tags),
    roleFlaw(situation, args.role),
    accountLimitFlaw(situation),
  )

const roleFlaw = ({ rules }: Inside, role = ''): Refused | undefined =>
  rules.reservedRolePrefix !== undefined && role.startsWith(rules.reservedRolePrefix)
    ? refused('roleNameReserved', `role: names beginning ${rules.reservedRolePrefix} are reserved`)
    : undefined

const begin = (
  situation: Inside,
  args: NewAccount,
  sovereignAccount?: string,
): Decision<Creation> => {
  const { organization, world, rules, now, newId } = situation
  const { name, tags = [] } = args
  const times = { requestedAt: now, settlesAt: now + rules.creationDelay }
  const common = { id: newId('creation'), name, ...times }
  if (args.email !== undefined && accountByEmail(world, rules, args.email)) {
    const failed: CreationRecord = { ...common, outcome: { failure: 'email-taken' } }
    const creations = withEntry(organization.creations, failed.id, failed)
    return done(show(failed, now), { organizations: [{ ...organization, creations }] })
  }
  const account = newId('account')
  const outcome = { account, ...(sovereignAccount === undefined ? {} : { sovereignAccount }) }
  const begun: CreationRecord = { ...common, outcome }
  const creations = withEntry(organization.creations, begun.id, begun)
  const noted = args.notes === undefined ? {} : { notes: args.notes }
  const joinedAt = times.settlesAt
  const joining = { account, joinedBy: 'created', joinedAt, tags, ...noted } as const
  return done(show(begun, now), {
    organizations: [admit({ ...organization, creations }, rules, joining)],
    accounts: [
      { id: account, ...contactsOf(situation, account, args), organization: organization.id },
    ],
  })
}

/** Where no e-mail address is given the account has one that nobody else has. */
const contactsOf = (
  { rules }: Inside,
  account: string,
  { name, email, phone }: NewAccount,
): Pick<AccountRecord, 'name' | 'email' | 'phone'> => ({
  name,
  email: email ?? `${account}@${rules.strangers?.emailDomain ?? 'example.com'}`,
  ...(phone === undefined ? {} : { phone }),
})

/** How a creation stands now: the account shows after success, the reason after failure. */
const show = (record: CreationRecord, now: number): Creation => {
  const { id, name, requestedAt, settlesAt } = record
  const state = stateOf(record, now)
  const begun = { id, name, requestedAt, state }
  return state === 'running' ? begun : { ...begun, completedAt: settlesAt, ...record.outcome }
}

const stateOf = ({ settlesAt, outcome }: CreationRecord, now: number): CreationState => {
  if (now < settlesAt) return 'running'
  return 'failure' in outcome ? 'failed' : 'succeeded'
}

/** One creation. */
export function getAccountCreation(
  situation: Inside,
  args: Args<'getAccountCreation'>,
): Decision<Creation> {
  const found = situation.organization.creations.get(args.creation)
  return found
    ? done(show(found, situation.now))
    : refused('creationNotFound', `creation: there is no creation ${args.creation}`)
}

/** The creations, all or those in the states that are asked for. */
export function listAccountCreations(
  situation: Inside,
  args: Args<'listAccountCreations'>,
): Decision<Page<Creation>> {
  const { organization, now } = situation
  const wanted = args.states && new Set<string>(args.states)
  return listed(situation, {
    entries: [...organization.creations.values()].filter(
      (record) => wanted?.has(stateOf(record, now)) ?? true,
    ),
    keyOf: ({ id }) => id,
    show: (record) => show(record, now),
  })
}
