import type { Delegate, Page, TrustedService } from '../vocabulary/nouns.ts'
import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { callerOf, memberOf, showAccount, statusOf } from './accounts.ts'
import { done, firstOf, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { listed } from './paging.ts'
import { serviceFlaw } from './services.ts'
import type { DelegationRecord, MemberRecord } from './world.ts'

/** Makes a member the administrator of a trusted service. */
export function registerDelegate(
  situation: Inside,
  args: Args<'registerDelegate'>,
): Decision<Nothing> {
  const { organization, now } = situation
  const flaw = firstOf(
    serviceFlaw(situation, args.service),
    accountFlaw(situation, args.account),
    fitnessFlaw(situation, args.account),
    organization.services.has(args.service)
      ? undefined
      : refused('serviceNotTrusted', `service: ${args.service} has no access yet`),
    registrationFlaw(situation, args),
  )
  if (flaw) return flaw
  const { account, service } = args
  const delegations = [...organization.delegations, { account, service, since: now }]
  return done({}, { organizations: [{ ...organization, delegations }] })
}

const accountFlaw = ({ organization, now }: Inside, id: string): Refused | undefined =>
  memberOf(organization, id, now)
    ? undefined
    : refused('accountNotFound', `account: the organization has no account ${id}`)

const fitnessFlaw = (situation: Inside, id: string): Refused | undefined => {
  const { organization, world, rules } = situation
  if (id === organization.management)
    return refused('delegateManagement', 'account: the management account needs no delegation')
  return statusOf(callerOf(world, rules, id), situation) === 'active'
    ? undefined
    : refused('delegateSuspended', `account: ${id} is closed`)
}

const registrationFlaw = (
  { organization, rules }: Inside,
  { account, service }: Args<'registerDelegate'>,
): Refused | undefined => {
  const { delegatesPerService = Infinity } = rules.limits
  const present = organization.delegations.filter((delegation) => delegation.service === service)
  if (present.some((delegation) => delegation.account === account))
    return refused('delegateAlready', `account: ${account} administers ${service} already`)
  return present.length >= delegatesPerService
    ? refused('delegateExists', `service: ${delegatesPerService} administrators at most`)
    : undefined
}

/** Ends the delegation for one service; others of the account stay. */
export function deregisterDelegate(
  situation: Inside,
  args: Args<'deregisterDelegate'>,
): Decision<Nothing> {
  const flaw = firstOf(serviceFlaw(situation, args.service), accountFlaw(situation, args.account))
  if (flaw) return flaw
  const { organization } = situation
  const delegations = organization.delegations.filter(
    ({ account, service }) => account !== args.account || service !== args.service,
  )
  if (delegations.length === organization.delegations.length)
    return refused('delegateMissing', `account: ${args.account} does not administer the service`)
  return done({}, { organizations: [{ ...organization, delegations }] })
}

/** The delegated administrators, of one service or of any, each once. */
export function listDelegates(
  situation: Inside,
  args: Args<'listDelegates'>,
): Decision<Page<Delegate>> {
  const { organization, now } = situation
  const { service: wanted } = args
  const first = new Map<string, DelegationRecord>()
  for (const delegation of organization.delegations) {
    const fits = wanted === undefined || delegation.service === wanted
    if (fits && !first.has(delegation.account)) first.set(delegation.account, delegation)
  }
  const entries = [...first.values()].flatMap(({ account, since }) => {
    const member = memberOf(organization, account, now)
    return member ? [{ member, since }] : []
  })
  return listed<{ member: MemberRecord; since: number }, Delegate>(situation, {
    entries,
    keyOf: ({ member }) => member.account,
    show: ({ member, since }) => ({ ...showAccount(situation, member), since }),
  })
}

/** The services an account administers. */
export function listDelegations(
  situation: Inside,
  args: Args<'listDelegations'>,
): Decision<Page<TrustedService>> {
  const flaw = accountFlaw(situation, args.account)
  if (flaw) return flaw
  const entries = situation.organization.delegations.filter(
    ({ account }) => account === args.account,
  )
  if (entries.length === 0)
    return refused('delegateMissing', `account: ${args.account} administers no service`)
  return listed(situation, {
    entries,
    keyOf: ({ service }) => service,
    show: ({ service, since }) => ({ service, since }),
  })
}
