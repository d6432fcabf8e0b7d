import { decide } from '../../model/decide.ts'
import { beginnings } from './beginnings.ts'
import { randomFrom } from './draw.ts'
import { eventsIn } from './events.ts'
import type { Scope } from './scope.ts'
import { keyOf } from './state-key.ts'
import { happen, nowhere, type Event, type State } from './state.ts'

/** How many walks at random there are, and how long they are. */
interface Walks {
  readonly runs: number
  readonly steps: number
  readonly seed: number
}

/**
 * Tries that states of one key go on alike, whatever happens: the pairs that walks at random came upon, and the events
 * of which something else came in one than in the other. A key that forgot what makes a difference would hide states.
 */
export function goingOn(
  scope: Scope,
  { runs, steps, seed }: Walks,
): { readonly pairs: number; readonly differing: readonly string[] } {
  const random = randomFrom(seed)
  const met = new Map<string, State>()
  const from = beginnings(scope)
  const differing: string[] = []
  let pairs = 0
  const look = (state: State): void => {
    const key = keyOf(scope, state)
    const like = met.get(key)
    if (like === undefined) met.set(key, state)
    if (like === undefined || like.world === state.world) return
    pairs += 1
    differing.push(...differences(scope, like, state))
  }
  for (let run = 0; run < runs; run += 1) {
    const beginning = from[run % from.length] ?? []
    let state = beginning.reduce<State>((before, event) => after(scope, before, event), nowhere)
    for (let step = 0; step < steps; step += 1) {
      state = anyAfter(scope, state, random)
      look(state)
    }
  }
  return { pairs, differing }
}

const anyAfter = (scope: Scope, state: State, random: () => number): State => {
  const next = eventsIn(scope, state)
    .map((event) => after(scope, state, event))
    .filter((other) => other !== state)
  return next[Math.floor(random() * next.length)] ?? state
}

const after = (scope: Scope, state: State, event: Event): State =>
  happen(scope, decide, { state, event }).state

const differences = (scope: Scope, one: State, other: State): readonly string[] => {
  const [first, second] = [waysFrom(scope, one), waysFrom(scope, other)]
  return [
    ...[...first].filter((way) => !second.has(way)),
    ...[...second].filter((way) => !first.has(way)),
  ]
}

/** What may come of everything that may happen, whoever makes it happen. */
const waysFrom = (scope: Scope, state: State): ReadonlySet<string> =>
  new Set(
    eventsIn(scope, state).map((event) => {
      const outcome = happen(scope, decide, { state, event })
      const said = 'wait' in event ? 'wait' : event.verb
      return `${said} ${outcome.answer}\n${keyOf(scope, outcome.state)}`
    }),
  )
