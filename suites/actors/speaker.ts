import type { Args, Result, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Call } from '../client/call.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Principal } from '../client/target.ts'
import type { Outcome } from '../verdict/outcome.ts'

type Needless<A> = Record<string, never> extends A ? [args?: A] : [args: A]

/** One method for each verb. */
export type Verbal = {
  readonly [V in Verb]: (...args: Needless<Args<V>>) => Promise<Outcome<Result<V>>>
}

/** An account at work on what stands: it says whatever was said before, also what breaks the contract. */
export type Hand = Verbal & { readonly id: string }

/**
 * An account that acts: `id` is its own, and there is one method per verb, neutral on both sides. What it
 * says fits the contract, except through `unchecked`, where a command may break it on purpose. `principal` tells
 * how it signs.
 */
export type Actor = Verbal & {
  readonly id: string
  readonly principal: Principal
  readonly unchecked: Hand
  /** says a call in the vendor's own words; whoever watches the verbs watches this, too */
  readonly raw: (call: Call) => Promise<Interaction>
}

/** What an actor is about to say. */
export interface SpokenVerb<V extends Verb = Verb> {
  readonly verb: V
  /**
   * what it is said with. A request in the vendor's own words may say a verb several times at once; what can not be
   * read as its arguments leaves this empty: nobody can tell what it does.
   */
  readonly all: readonly Args<V>[]
  /** every text and number that a request in the vendor's own words holds */
  readonly named?: readonly string[]
}

/** What watches an actor: sees every exchange, lets a verb happen or throws, learns what came of it. */
export interface Witness {
  readonly around: <T>(said: SpokenVerb, perform: () => Promise<Outcome<T>>) => Promise<Outcome<T>>
  readonly heard: (interaction: Interaction) => void
  /** who sees the organization, where somebody does who is known: looks what became of what others said */
  readonly owner?: Hand
}
