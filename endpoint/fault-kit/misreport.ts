import type { Decision } from '../../specs/model/decision.ts'
import type { Args, Item, ListVerb, Page, Result, Verb } from '../../specs/vocabulary/verbs.ts'
import { decideAs, decideWith, saying, type Alter, type MomentOf } from './alter-decide.ts'
import { unwritten } from './doctored-world.ts'

/** Confirms what the verbs ask for and does nothing. */
export function confirming(...verbs: readonly Verb[]): Alter {
  return ({ decide }) => ({
    decide: (world, command, context) => {
      const decision = decide(world, command, context)
      return verbs.includes(command.verb) ? unwritten(decision) : decision
    },
  })
}

/** Does what the verb asks for, if that is right, and tells something else of it. */
export function telling<V extends Verb>(
  verb: V,
  instead: (result: Result<V>, moment: MomentOf<V>) => Result<V>,
): Alter {
  return saying(verb, (moment): Decision => {
    const decision = decideAs(moment, {})
    if (decision.kind === 'refused') return decision
    return { ...decision, result: instead(decision.result as Result<V>, moment) }
  })
}

/** Lists what the verb asks for with some entries left out; the others stay in their places. */
export function listing<V extends ListVerb>(
  verb: V,
  keeps: (item: Item<V>, index: number, all: readonly Item<V>[]) => boolean,
): Alter {
  return telling(verb, (result) => {
    const page = result as Page<Item<V>>
    return { ...page, items: page.items.filter(keeps) } as Result<V>
  })
}

/** Hears what the verb is said with otherwise; undefined takes an argument away. */
export function hearing<V extends Verb>(
  verb: V,
  instead: (args: Args<V>) => { readonly [A in keyof Args<V>]?: Args<V>[A] | undefined },
): Alter {
  return saying(verb, (moment) => decideWith(moment, instead(moment.args)))
}
