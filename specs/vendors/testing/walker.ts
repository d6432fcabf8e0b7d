import type { Broken } from '../../invariants/invariant.ts'
import { eventsIn } from './events.ts'
import type { Scope } from './scope.ts'
import { keyOf } from './state-key.ts'
import { brokenFor, happen, nowhere, type Event, type State } from './state.ts'
import type { Found, Way } from './way.ts'

/** How a state was come upon. */
interface Trail {
  readonly event: Event
  readonly before: Trail | undefined
}

/** A state, and how it was come upon. */
export interface Met {
  readonly state: State
  readonly trail: Trail | undefined
}

/** What a walk knows so far. */
export class Walker {
  readonly known: Set<string> = new Set()
  readonly answers: Map<string, Map<string, number>> = new Map()
  transitions = 0
  found: Found | undefined
  readonly #scope: Scope
  readonly #way: Way

  constructor(scope: Scope, way: Way) {
    const { saying } = way
    const verbs = new Set([...scope.verbs].filter((verb) => saying?.includes(verb) ?? true))
    this.#scope = { ...scope, verbs }
    this.#way = way
  }

  /** Whether nothing is wrong so far, and more states may become known. */
  get goesOn(): boolean {
    return this.found === undefined && this.known.size < this.#way.states
  }

  /** Where the walk begins. */
  begin(): readonly Met[] {
    return this.#way.from.map((events) => {
      const nothing: Met = { state: nowhere, trail: undefined }
      const met = events.reduce((before, event) => this.#happen(before, event), nothing)
      this.known.add(keyOf(this.#scope, met.state))
      return met
    })
  }

  /** The new states that anything leads to from here, until something is wrong. */
  after(met: Met): readonly Met[] {
    if (!this.goesOn) return []
    const fresh: Met[] = []
    const before = textOf(met.state)
    for (const event of this.#eventsIn(met.state)) {
      const next = this.#happen(met, event)
      if (this.found) return fresh
      if (next.state !== met.state && this.#isNew(next)) fresh.push(next)
    }
    if (textOf(met.state) !== before)
      this.#note(met, [{ invariant: 'deciding writes nothing', what: 'the world is another one' }])
    return fresh
  }

  #eventsIn(state: State): readonly Event[] {
    const all = eventsIn(this.#scope, state)
    const waits = this.#way.saying?.includes('wait') ?? true
    return waits ? all : all.filter((event) => !('wait' in event))
  }

  #happen(met: Met, event: Event): Met {
    const { decide } = this.#way
    const { state, answer, broken } = happen(this.#scope, decide, { state: met.state, event })
    this.transitions += 1
    this.#count('wait' in event ? 'wait' : event.verb, answer)
    const next = { state, trail: { event, before: met.trail } }
    this.#note(next, broken)
    return next
  }

  /** Of a state that is new, readers are asked here and there: that takes longest. */
  #isNew(met: Met): boolean {
    const key = keyOf(this.#scope, met.state)
    if (this.known.has(key)) return false
    this.known.add(key)
    const { every, decide } = this.#way
    if (this.known.size % every === 0) this.#note(met, brokenFor(this.#scope, decide, met.state))
    return true
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
