import type { CallerClass } from '../../contract/contract.ts'
import type { OrganizationRecord, World } from '../../model/world.ts'
import type { Command, Verb } from '../../vocabulary/verbs.ts'
import { accountSayings } from './account-sayings.ts'
import { waits } from './ages.ts'
import { invitationSayings } from './invitation-sayings.ts'
import { knownIn, type Known } from './known.ts'
import { ownSayings } from './own-sayings.ts'
import { policySayings } from './policy-sayings.ts'
import type { Sayings } from './sayings.ts'
import { most, type Scope } from './scope.ts'
import type { Event, State } from './state.ts'
import { tagSayings } from './tag-sayings.ts'
import { treeSayings } from './tree-sayings.ts'

/** How every verb is said, none missing. */
const sayings: Sayings = {
  ...ownSayings,
  ...treeSayings,
  ...accountSayings,
  ...invitationSayings,
  ...policySayings,
  ...tagSayings,
}

/** Those of whose class of callers nobody is left out: whoever is meant by the arguments may be anybody. */
const open: ReadonlySet<CallerClass | undefined> = new Set([
  'any',
  'any-member',
  'member',
  'recipient',
  'originator',
  'standalone',
])

const looking = /^(?:get|list|count)/u

/**
 * Everything that may happen in a state: what the management account of each organization can say there, rightly and
 * wrongly; the beginnings of it said by everybody else; and that time passes.
 */
export function eventsIn(scope: Scope, state: State): readonly Event[] {
  const { world } = state
  const organizations = [...world.organizations.values()]
  const known = (organizations.length > 0 ? organizations : [nothing]).map((one) =>
    knownIn(scope, state, one),
  )
  const everybody = [...new Set([...scope.callers, ...world.accounts.keys()])]
  const said = everybody.flatMap((caller) => saidBy(caller, homeOf(world, caller, known)))
  return [...said, ...waits.map((wait) => ({ wait }))]
}

/** What a caller knows is its own organization, or any where it has none. */
const homeOf = (
  world: World,
  caller: string,
  known: readonly [Known] | readonly Known[],
): Known => {
  const home = world.accounts.get(caller)?.organization
  const [first] = known
  const own = known.find(({ organization }) => organization.id === home) ?? first
  if (own === undefined) throw new Error('nothing is known')
  return own
}

const saidBy = (caller: string, known: Known): readonly Command[] => {
  const { organization, scope } = known
  const { callers } = scope.context.rules
  const owns = organization === nothing || caller === organization.management
  return [...scope.verbs].flatMap((verb) => {
    const all = sayings[verb](known)
    const whole = owns || open.has(callers[verb])
    const some = whole ? all : all.slice(0, looking.test(verb) ? 1 : 2)
    return isFull(verb, caller, known)
      ? []
      : some.map((args) => ({ verb, args, caller }) as Command)
  })
}

/** Nobody founds one organization more than there may be. */
const isFull = (verb: Verb, caller: string, { state: { world } }: Known): boolean =>
  verb === 'createOrganization' &&
  world.organizations.size >= most.organizations &&
  world.accounts.get(caller)?.organization === undefined

/** What is spoken of where there is no organization. */
const nothing: OrganizationRecord = {
  id: 'none',
  management: 'nobody',
  root: 'none',
  features: 'all',
  members: new Map(),
  units: new Map(),
  policies: new Map(),
  attachments: new Map(),
  types: new Map(),
  creations: new Map(),
  invitations: [],
  tags: new Map(),
  services: new Map(),
  delegations: [],
  closings: [],
}
