import { randomFrom } from '../../../suites/client/random.ts'
import type { Broken } from '../../invariants/invariant.ts'
import type { Verb } from '../../vocabulary/verbs.ts'
import { decide as rightly } from '../decide.ts'
import { eventsIn } from './events.ts'
import type { Scope } from './scope.ts'
import { keyOf } from './state-key.ts'
import { brokenFor, happen, nowhere, type Decide, type Event, type State } from './state.ts'

/** How far a walk goes, and by whose decisions. */
export interface Way {
  readonly decide?: Decide
  /** what happened before it begins, each a beginning of its own; nothing unless said */
  readonly from?: readonly (readonly Event[])[]
  /** only these verbs are said; every one unless said. Time passes where `wait` is among them. */
  readonly saying?: readonly (Verb | 'wait')[]
  /** how many states are gone on from at every depth, drawn by the seed; all of them unless said */
  readonly width?: number
  readonly depth?: number
  /** it ends when so many states are known */
  readonly states?: number
  readonly seed?: number
  /** of how many new states one is looked at as readers see it; every one unless said */
  readonly every?: number
}

/** What a walk came upon. */
export interface Walked {
  readonly states: number
  readonly transitions: number
  readonly depth: number
  /** up to this depth every state was gone on from */
  readonly complete: number
  /** by verb, how often each answer came */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** the first thing that is wrong, with the shortest way to it */
  readonly found?: { readonly broken: readonly Broken[]; readonly path: readonly Event[] }
}

/**
 * Walks the states that events lead to, the nearest first, and looks for what is wrong with each of them and with every
 * step; ends at the first that is. States that differ in names and idle times only are one.
 */
export function walk(scope: Scope, way: Way = {}): Walked {
  const { states = Infinity, depth: deepest = Infinity, width = Infinity, seed = 1 } = way
  const random = randomFrom(seed)
  const walker = new Walker(scope, way)
  let frontier = walker.begin()
  let [depth, complete] = [0, 0]
  const goesOn = (): boolean => walker.found === undefined && walker.known.size < states
  while (frontier.length > 0 && depth < deepest && goesOn()) {
    const chosen = frontier.length > width ? drawn(frontier, width, random) : frontier
    const whole = chosen === frontier && complete === depth
    frontier = chosen.flatMap((met) => (goesOn() ? walker.goOn(met) : []))
    depth += 1
    if (whole && goesOn()) complete = depth
  }
  const { known, transitions, answers, found } = walker
  return { states: known.size, transitions, depth, complete, answers, ...(found && { found }) }
}

/** Some of a list, each as likely as any other. */
const drawn = <T>(list: readonly T[], count: number, random: () => number): readonly T[] => {
  const rest = [...list]
  for (let at = 0; at < count; at += 1) {
    const other = at + Math.floor(random() * (rest.length - at))
    ;[rest[at], rest[other]] = [rest[other] as T, rest[at] as T]
  }
  return rest.slice(0, count)
}

/** How a state was come upon. */
interface Trail {
  readonly event: Event
  readonly before: Trail | undefined
}

interface Met {
  readonly state: State
  readonly trail: Trail | undefined
}

/** What a walk knows so far. */
class Walker {
  readonly known = new Set<string>()
  readonly answers = new Map<string, Map<string, number>>()
  transitions = 0
  found: Walked['found']
  readonly #scope: Scope
  readonly #decide: Decide
  readonly #way: Way

  constructor(scope: Scope, way: Way) {
    this.#scope = way.saying
      ? { ...scope, verbs: new Set([...scope.verbs].filter((verb) => way.saying?.includes(verb))) }
      : scope
    this.#decide = way.decide ?? rightly
    this.#way = way
  }

  /** Where the walk begins. */
  begin(): readonly Met[] {
    return (this.#way.from ?? [[]]).map((events) => {
      let met: Met = { state: nowhere, trail: undefined }
      for (const event of events) met = this.#after(met, event)
      this.known.add(keyOf(this.#scope, met.state))
      return met
    })
  }

  /** The new states that anything leads to from here, until something is wrong. */
  goOn(met: Met): readonly Met[] {
    const fresh: Met[] = []
    const before = textOf(met.state)
    for (const event of eventsIn(this.#scope, met.state)) {
      if ('wait' in event && this.#way.saying?.includes('wait') === false) continue
      const next = this.#after(met, event)
      if (this.found) return fresh
      if (next.state === met.state) continue
      const key = keyOf(this.#scope, next.state)
      if (this.known.has(key)) continue
      this.known.add(key)
      fresh.push(next)
      if (this.#isLookedAt()) this.#note(next, brokenFor(this.#scope, this.#decide, next.state))
    }
    if (textOf(met.state) !== before)
      this.#note(met, [{ invariant: 'deciding writes nothing', what: 'the world is another one' }])
    return fresh
  }

  /** What readers see takes longest to look at: in samples it is done here and there. */
  #isLookedAt(): boolean {
    return this.known.size % (this.#way.every ?? 1) === 0
  }

  #after(met: Met, event: Event): Met {
    const { state, answer, broken } = happen(this.#scope, this.#decide, { state: met.state, event })
    this.transitions += 1
    this.#count('wait' in event ? 'wait' : event.verb, answer)
    const next = { state, trail: { event, before: met.trail } }
    this.#note(next, broken)
    return next
  }

  #count(verb: string, answer: string): void {
    const counts = this.answers.get(verb) ?? new Map<string, number>()
    counts.set(answer, (counts.get(answer) ?? 0) + 1)
    this.answers.set(verb, counts)
  }

  #note({ trail }: Met, broken: readonly Broken[]): void {
    if (broken.length > 0) this.found ??= { broken, path: pathOf(trail) }
  }
}

const pathOf = (trail: Trail | undefined): readonly Event[] =>
  trail === undefined ? [] : [...pathOf(trail.before), trail.event]

const textOf = ({ world }: State): string =>
  JSON.stringify(world, (_, value: unknown) => (value instanceof Map ? [...value] : value))
