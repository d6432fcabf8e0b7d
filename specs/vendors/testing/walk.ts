import { decide } from '../../model/decide.ts'
import { drawn, randomFrom } from './draw.ts'
import type { Scope } from './scope.ts'
import { Walker } from './walker.ts'
import type { Found, Way } from './way.ts'

/** What a walk came upon. */
export interface Walked {
  readonly states: number
  readonly transitions: number
  readonly depth: number
  /** up to this depth every state was gone on from */
  readonly complete: number
  /** by verb, how often each answer came */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** the first thing that is wrong, with the shortest way to it; undefined where nothing is */
  readonly found: Found | undefined
}

const whole: Way = {
  decide,
  from: [[]],
  width: Infinity,
  depth: Infinity,
  states: Infinity,
  seed: 1,
  every: 1,
}

/**
 * Walks the states that events lead to, the nearest first, and looks for what is wrong with each of them and with every
 * step; ends at the first that is. States that differ in names and idle times only are one.
 */
export function walk(scope: Scope, said: Partial<Way> = {}): Walked {
  const way = { ...whole, ...said }
  const random = randomFrom(way.seed)
  const walker = new Walker(scope, way)
  let frontier = walker.begin()
  let [depth, complete] = [0, 0]
  while (frontier.length > 0 && depth < way.depth && walker.goesOn) {
    const chosen = drawn(frontier, way.width, random)
    const isWhole = chosen === frontier && complete === depth
    frontier = chosen.flatMap((met) => walker.after(met))
    depth += 1
    if (isWhole && walker.goesOn) complete = depth
  }
  const { known, transitions, answers, found } = walker
  return { states: known.size, transitions, depth, complete, answers, found }
}
