import type { CallerClass } from '../contract/contract.ts'
import type { Verb } from '../vocabulary/verbs.ts'
import { refused, type Decision, type Inside, type Refused, type Situation } from './decision.ts'
import type { AccountRecord } from './world.ts'

/** Whether the caller is the delegated administrator of some service. */
export function isDelegate({ organization, caller }: Inside): boolean {
  return organization.delegations.some(({ account }) => account === caller.id)
}

/** A rule for accounts of an organization: whoever may not say the verb there is refused before it is asked. */
export function within<A, R>(
  rule: (inside: Inside, args: A) => Decision<R>,
): (situation: Situation, args: A) => Decision<R> {
  return (situation, args) => {
    const entered = enter(situation)
    return 'kind' in entered ? entered : rule(entered, args)
  }
}

/**
 * The situation within the caller's organization, or why the caller may not say the verb there. Who may answer or cancel an invitation is decided when the invitation is known.
 */
function enter(situation: Situation): Inside | Refused {
  const { caller, world } = situation
  const organization =
    caller.organization === undefined ? undefined : world.organizations.get(caller.organization)
  if (!organization) return refused('notInOrganization', 'the account is in no organization')
  const inside = { ...situation, organization }
  return roleFlaw(inside) ?? featureFlaw(inside) ?? inside
}

/**
 * Why the caller may not say anything: its account was closed, be it still closing. Else it could found an organization
 * whose management account is closed.
 */
export function closedFlaw({ closedAt }: AccountRecord): Refused | undefined {
  return closedAt === undefined ? undefined : refused('accessDenied', 'the account is closed')
}

/** Why the caller may not found an organization. */
export function foundingFlaw({ caller }: Situation): Refused | undefined {
  return caller.organization === undefined
    ? undefined
    : refused('alreadyInOrganization', 'the account belongs to an organization already')
}

/** Whether a document of the organization lets the caller say the verb. */
export function isGranted(inside: Inside): boolean {
  return inside.rights?.(inside) === 'granted'
}

/** The management account may do everything; of the others, a document that denies beats whatever else lets them. */
const roleFlaw = (inside: Inside): Refused | undefined => {
  const { caller, organization, rights } = inside
  if (caller.id === organization.management) return undefined
  const right = rights?.(inside)
  if (right === 'denied') return refused('accessDenied', 'a document of the organization denies it')
  return right === 'granted' ? undefined : classFlaw(inside)
}

const classFlaw = (inside: Inside): Refused | undefined => {
  const { command, rules } = inside
  const who = rules.callers[command.verb] ?? 'unstated'
  if (open.has(who)) return undefined
  return who === 'management-or-delegate' && isDelegate(inside)
    ? undefined
    : refused('accessDenied', `only ${spoken(who)} may do this`)
}

/** Classes that every account of the organization is in. */
const open: ReadonlySet<CallerClass> = new Set([
  'any-member',
  'member',
  'recipient',
  'originator',
  'standalone',
  'any',
])

const spoken = (who: CallerClass): string =>
  who === 'management-or-delegate'
    ? 'the management account or a delegated administrator'
    : 'the management account'

/** An organization for the common bill alone lacks the rest. */
const featureFlaw = ({ organization, rules, command }: Inside): Refused | undefined => {
  const verb: Verb = command.verb
  return organization.features !== 'all' && rules.needAllFeatures.includes(verb)
    ? refused('featuresMissing', 'the organization does not have all features')
    : undefined
}
