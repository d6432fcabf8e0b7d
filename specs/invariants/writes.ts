import type { Changes } from '../model/changes.ts'
import type { World } from '../model/world.ts'
import type { Step, StepInvariant } from './step.ts'

const nothing = (changes: Changes): boolean =>
  Object.values(changes).every((records: readonly unknown[]) => records.length === 0)

/** Verbs that only look are named so. */
const looking = /^(?:get|list|count)/u

/** All ids that a world knows, with their kinds. */
const idsIn = ({ accounts, organizations, invitations }: World): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>()
  const add = (kind: string, some: Iterable<string>): void => {
    for (const id of some) ids.set(id, kind)
  }
  add('account', accounts.keys())
  add('invitation', invitations.keys())
  for (const one of organizations.values()) {
    add('organization', [one.id])
    add('root', [one.root])
    add('unit', one.units.keys())
    add('policy', one.policies.keys())
    add('creation', one.creations.keys())
    add('resourcePolicy', one.resourcePolicy ? [one.resourcePolicy.id] : [])
  }
  return ids
}

/** What an account may have had to do with, before or after. */
const homesOf = ({ before, after, caller }: Step): ReadonlySet<string | undefined> =>
  new Set([before, after].map(({ accounts }) => accounts.get(caller)?.organization))

/** An address that hides who is behind it is told so only when the account accepts: that it did stays. */
const isLate = ({ rules, refusal, changes, before, caller }: Step): boolean => {
  const { invitations: [only, ...more] = [], ...rest } = changes
  const was = before.invitations.get(only?.id ?? '')
  return [
    rules.addressesHideMembers,
    refusal === 'inviteeInOrganization',
    nothing(rest) && more.length === 0,
    was?.recipient.kind === 'email',
    only?.answer?.by === caller,
  ].every(Boolean)
}

/** Who writes what. */
export const writes: readonly StepInvariant[] = [
  {
    invariant: 'who only looks writes nothing',
    flaws: ({ verb, changes }) =>
      looking.test(verb) && !nothing(changes) ? [Object.keys(changes).join(', ')] : [],
  },
  {
    invariant: 'a refusal changes nothing',
    flaws: (step) =>
      step.refusal === undefined || nothing(step.changes) || isLate(step) ? [] : [step.refusal],
  },
  {
    invariant: 'an id is new, or is what it was',
    flaws: ({ before, after, issued, changes }) => {
      if (nothing(changes)) return []
      const known = idsIn(before)
      return [...idsIn(after)].flatMap(([id, kind]) => {
        const was = known.get(id)
        if (was === kind || (was === undefined && issued.get(id) === kind)) return []
        // an account that nobody wrote about had its id all the time
        return was === undefined && kind === 'account' && !issued.has(id) ? [] : [`${kind} ${id}`]
      })
    },
  },
  {
    invariant: 'one organization is written, and it is that of the caller',
    flaws: (step) => {
      const { organizations = [], dissolved = [] } = step.changes
      const homes = homesOf(step)
      return [...organizations.map(({ id }) => id), ...dissolved].filter((id) => !homes.has(id))
    },
  },
  {
    invariant: 'only accounts of the organization are written, and the caller',
    flaws: (step) => {
      const homes = homesOf(step)
      return (step.changes.accounts ?? [])
        .map(({ id }) => id)
        .filter((id) => {
          const { organization } = step.before.accounts.get(id) ?? step.after.accounts.get(id) ?? {}
          return id !== step.caller && (organization === undefined || !homes.has(organization))
        })
    },
  },
]
