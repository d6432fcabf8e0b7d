import type { Changes } from '../../model/changes.ts'
import { decide as rightly } from '../../model/decide.ts'
import { done, type Context, type Decision } from '../../model/decision.ts'
import type { OrganizationRecord, World } from '../../model/world.ts'
import type { RefusalName } from '../../vocabulary/refusal-name.ts'
import type { Command, Verb } from '../../vocabulary/verbs.ts'
import type { Decide } from './state.ts'

/** What was said, where, and what comes of it by the right rules. */
export interface Decided {
  readonly world: World
  readonly command: Command
  readonly context: Context
  readonly decision: Decision
}

/** The arguments that broken rules look at. */
export type Said = Readonly<Record<'unit' | 'to' | 'policy' | 'target' | 'account', string>>

const unsaid: Said = { unit: '', to: '', policy: '', target: '', account: '' }

const textsIn = ({ args }: Command): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(args).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

/** The right rules, but for what one verb comes to. */
export function otherwise(verb: Verb, alter: (decided: Decided) => Decision): Decide {
  return (world, command, context) => {
    const decision = rightly(world, command, context)
    return command.verb === verb ? alter({ world, command, context, decision }) : decision
  }
}

/** The right rules, but that a verb writes something else, where it is done. */
export function writing(
  verb: Verb,
  alter: (changes: Changes, decided: Decided) => Changes,
): Decide {
  return otherwise(verb, (decided) => {
    const { decision } = decided
    return decision.kind === 'done'
      ? { ...decision, changes: alter(decision.changes, decided) }
      : decision
  })
}

/** The right rules, but that a verb writes its organization otherwise, where it is done. */
export function leaving(
  verb: Verb,
  alter: (written: OrganizationRecord, before: OrganizationRecord) => OrganizationRecord,
): Decide {
  return writing(verb, (changes, { world }) => ({
    ...changes,
    organizations: (changes.organizations ?? []).map((one) =>
      alter(one, world.organizations.get(one.id) ?? one),
    ),
  }))
}

/** The right rules, but that a verb is done where it is refused so, and writes its organization. */
export function insteadOf(
  refusal: RefusalName,
  verb: Verb,
  alter: (before: OrganizationRecord, said: Said) => OrganizationRecord,
): Decide {
  return otherwise(verb, ({ world, command, decision }) => {
    const own = homeOf(world, command.caller)
    if (!own || decision.kind !== 'refused' || decision.refusal !== refusal) return decision
    return done({}, { organizations: [alter(own, { ...unsaid, ...textsIn(command) })] })
  })
}

/** The right rules, but that a verb is decided as if the world or the rules were others. */
export function pretending(
  verb: Verb,
  pretend: (decided: Decided) => Partial<Pick<Decided, 'world' | 'context'>>,
): Decide {
  return otherwise(verb, (decided) => {
    const { world, command, context } = { ...decided, ...pretend(decided) }
    return rightly(world, command, context)
  })
}

/** The organization of an account. */
export function homeOf(
  { accounts, organizations }: World,
  account: string,
): OrganizationRecord | undefined {
  return organizations.get(accounts.get(account)?.organization ?? '')
}
