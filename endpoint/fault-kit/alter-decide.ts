import type { Context, Decision } from '../../specs/model/decision.ts'
import type { Rules } from '../../specs/model/rules.ts'
import type { World } from '../../specs/model/world.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Args, Command, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Steps } from '../steps.ts'

/** A decision about to be made, and the right way to make it. */
export interface Moment {
  readonly world: World
  readonly command: Command
  readonly context: Context
  readonly decide: Steps['decide']
}

/** A moment in which a certain verb is said. */
export interface MomentOf<V extends Verb> extends Moment {
  readonly args: Args<V>
}

/** What a fault changes of the steps that decide. */
export type Alter = (steps: Steps) => Partial<Steps>

/** Decides by other rules. */
export function withRules(change: (rules: Rules) => Partial<Rules>): Alter {
  return ({ decide }) => ({
    decide: (world, command, context) => {
      const rules = { ...context.rules, ...change(context.rules) }
      return decide(world, command, { ...context, rules })
    },
  })
}

/** Decides without some limits. */
export function withoutLimits(...names: readonly (keyof Rules['limits'])[]): Alter {
  return withRules(({ limits }) => {
    const kept = Object.entries(limits).filter(([name]) => !names.some((gone) => gone === name))
    return { limits: Object.fromEntries(kept) }
  })
}

/** Decides by other numbers of some limits, made from the right ones. */
export function withLimits(change: (limits: Rules['limits']) => Partial<Rules['limits']>): Alter {
  return withRules(({ limits }) => ({ limits: { ...limits, ...change(limits) } }))
}

/** Decides otherwise where the right decision is one of these refusals. */
export function forgiving(
  refusals: readonly RefusalName[],
  instead: (moment: Moment) => Decision,
): Alter {
  return ({ decide }) => ({
    decide: (world, command, context) => {
      const decision = decide(world, command, context)
      return decision.kind === 'refused' && refusals.includes(decision.refusal)
        ? instead({ world, command, context, decide })
        : decision
    },
  })
}

/** Decides otherwise whenever the verb is said. */
export function saying<V extends Verb>(verb: V, instead: (moment: MomentOf<V>) => Decision): Alter {
  return ({ decide }) => ({
    decide: (world, command, context) =>
      command.verb === verb
        ? instead({ world, command, context, decide, args: command.args })
        : decide(world, command, context),
  })
}

/** The right decision of a moment, with some arguments replaced; undefined takes an argument away. */
export function decideWith(moment: Moment, args: Readonly<Record<string, unknown>>): Decision {
  const { world, command, context, decide } = moment
  const merged = Object.entries({ ...command.args, ...args }).filter(
    ([, part]) => part !== undefined,
  )
  return decide(world, { ...command, args: Object.fromEntries(merged) } as Command, context)
}

/** The right decision of a moment, had another account or another verb been heard. */
export function decideAs(
  moment: Moment,
  said: Partial<Pick<Command, 'verb' | 'caller'>>,
): Decision {
  const { world, command, context, decide } = moment
  return decide(world, { ...command, ...said } as Command, context)
}

/** The right decision of a moment in another world. */
export function decideIn({ command, context, decide }: Moment, world: World): Decision {
  return decide(world, command, context)
}
