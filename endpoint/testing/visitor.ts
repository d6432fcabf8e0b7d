import type { Args, Verb } from '../../specs/vocabulary/verbs.ts'
import type { LookOutcome, Visitor } from '../look.ts'
import { sayVerb, type Heard, type Line } from './say-verb.ts'

/** An account with one method for each verb; `then` is none, so that it can be awaited. */
export function visitorOf(line: Line, id: string): Visitor {
  return new Proxy(
    { id },
    {
      get: (own, property) =>
        typeof property === 'string' && !Object.hasOwn(own, property) && property !== 'then'
          ? async (args: Args<Verb> = {}) =>
              saidOf(property, await sayVerb(line, id, { verb: property as Verb, args }))
          : Reflect.get(own, property),
    },
  ) as Visitor
}

const saidOf = (verb: string, { came, result, answer }: Heard): LookOutcome => ({
  came,
  answer,
  done: came === 'done',
  get result() {
    if (came !== 'done') throw new Error(`${verb} is not done: ${came}`)
    return result as never
  },
})
