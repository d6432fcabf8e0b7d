import type { Args, Result, Verb } from '../vocabulary/verbs.ts'
import { Unreadable } from './lens.ts'

/** One verb, to be said as its row of the dialect says it. */
export interface Step {
  readonly verb: Verb
  readonly args: Args<Verb>
  /** only looks at what became of it: a refusal here says nothing about the verb */
  readonly aside?: true
}

/**
 * How a client says a verb that no single operation of a vendor says whole: a generator that yields
 * one step after the other and is given the result of each. A step that is refused ends it, and is what
 * the verb comes to unless it only looked. Throws
 * `Unreadable` when what came lacks what the verb is about.
 */
export type Workflow<V extends Verb> = (args: Args<V>) => Generator<Step, Result<V>, unknown>

/** The verbs of a vendor that a client says by a workflow. */
export type Workflows = { readonly [V in Verb]?: Workflow<V> }

/** One step of a workflow, and what came of it. */
export function* ask<V extends Verb>(verb: V, args: Args<V>): Generator<Step, Result<V>, unknown> {
  return (yield { verb, args }) as Result<V>
}

/** One step that only looks at what became of the others. */
export function* look<V extends Verb>(verb: V, args: Args<V>): Generator<Step, Result<V>, unknown> {
  return (yield { verb, args, aside: true }) as Result<V>
}

/** What a workflow says next, or why what came last lacks what it is about. */
export type NextStep<T> = IteratorResult<Step, T> | { readonly problem: string }

/** Gives a workflow the result of its last step. Throws whatever is a mistake of the workflow itself. */
export function nextStep<T>(steps: Generator<Step, T, unknown>, result: unknown): NextStep<T> {
  try {
    return steps.next(result)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { problem: error.message }
  }
}
