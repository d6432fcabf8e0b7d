import type { AccountRecord, InvitationRecord, OrganizationRecord } from '../model/world.ts'
import type { Step, StepInvariant } from './step.ts'

/** A record that was written anew, as it was and as it is. */
type Pair<T> = readonly [was: T, is: T]

const rewritten = <T extends { readonly id: string }>(
  before: ReadonlyMap<string, T>,
  written: Iterable<T> = [],
): readonly Pair<T>[] =>
  [...written].flatMap((is) => {
    const was = before.get(is.id)
    return was === undefined || was === is ? [] : [[was, is] as const]
  })

const organizationsIn = ({ before, changes }: Step): readonly Pair<OrganizationRecord>[] =>
  rewritten(before.organizations, changes.organizations)

/** Records of an organization that are there before and after, and differ. */
const within = <T extends { readonly id: string }>(
  step: Step,
  records: (organization: OrganizationRecord) => ReadonlyMap<string, T>,
): readonly Pair<T>[] =>
  organizationsIn(step).flatMap(([was, is]) => rewritten(records(was), records(is).values()))

/** The ids of those whose members differ that may not. */
const fixed = <T extends { readonly id: string }>(
  pairs: readonly Pair<T>[],
  ...names: readonly (keyof T)[]
): readonly string[] =>
  pairs.flatMap(([was, is]) =>
    names.flatMap((name) => (was[name] === is[name] ? [] : [`${is.id}: ${String(name)}`])),
  )

const membersOf = ({ members }: OrganizationRecord) =>
  new Map([...members].map(([id, member]) => [id, { ...member, id }]))

const accountsIn = ({ before, changes }: Step): readonly Pair<AccountRecord>[] =>
  rewritten(before.accounts, changes.accounts)

const invitationsIn = ({ before, changes }: Step): readonly Pair<InvitationRecord>[] =>
  rewritten(before.invitations, changes.invitations)

/** What never becomes otherwise again. */
export const histories: readonly StepInvariant[] = [
  {
    invariant: 'what is founded stays as it was founded',
    flaws: (step) => fixed(organizationsIn(step), 'root', 'management'),
  },
  {
    invariant: 'all features are for good',
    flaws: (step) =>
      organizationsIn(step).flatMap(([was, is]) =>
        was.features === 'all' && is.features !== 'all' ? [is.id] : [],
      ),
  },
  {
    invariant: 'what was made was made when it was',
    flaws: (step) => [
      ...fixed(
        within(step, ({ units }) => units),
        'createdAt',
      ),
      ...fixed(
        within(step, ({ creations }) => creations),
        'settlesAt',
        'requestedAt',
        'outcome',
      ),
      ...fixed(within(step, membersOf), 'joinedAt', 'joinedBy'),
      ...fixed(
        within(step, ({ policies }) => policies),
        'type',
      ),
    ],
  },
  {
    invariant: 'an account keeps its address and its name',
    flaws: (step) => fixed(accountsIn(step), 'email', 'name'),
  },
  {
    invariant: 'closed stays closed, since it was',
    flaws: (step) =>
      accountsIn(step).flatMap(([was, is]) =>
        was.closedAt === undefined || was.closedAt === is.closedAt ? [] : [is.id],
      ),
  },
  {
    invariant: 'who is closed does nothing any more',
    flaws: ({ before, caller, changes }) =>
      before.accounts.get(caller)?.closedAt === undefined ? [] : Object.keys(changes),
  },
  {
    invariant: 'who is closed is made a delegate no more',
    flaws: (step) =>
      organizationsIn(step).flatMap(([was, is]) =>
        is.delegations
          .filter((one) => !was.delegations.includes(one))
          .map(({ account }) => account)
          .filter((account) => step.before.accounts.get(account)?.closedAt !== undefined),
      ),
  },
  {
    invariant: 'an answer is final',
    flaws: (step) => [
      ...fixed(
        invitationsIn(step).filter(([was]) => was.answer !== undefined),
        'answer',
      ),
      ...invitationsIn(step).flatMap(([was, is]) =>
        was.answer === undefined && step.now >= (was.expiresAt ?? Infinity) && is.answer
          ? [`${is.id} had expired`]
          : [],
      ),
    ],
  },
  {
    invariant: 'an invitation keeps what it says',
    flaws: (step) =>
      fixed(invitationsIn(step), 'action', 'organization', 'recipient', 'requestedAt', 'expiresAt'),
  },
  {
    invariant: 'who joins accepts, who is created was asked for',
    flaws: (step) =>
      [...(step.changes.organizations ?? [])].flatMap((is) => {
        const was = step.before.organizations.get(is.id)
        const joined = [...is.members.keys()].filter((id) => !was?.members.has(id))
        return joined.filter((id) => id !== step.caller && !step.issued.has(id))
      }),
  },
]
