import type { Random } from '../client/random.ts'
import type { Facts } from './facts.ts'
import type { Saying } from './saying.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is said next, and whether what it needs is brought about first. */
export interface Next {
  readonly saying: Saying
  readonly prepared: boolean
}

/**
 * How often something is taken away that others hang on, something else is done to that, something is made again that was
 * lost, or is spoken of as if it were there.
 */
const uprooting = 0.2
const touching = 0.15
const renewing = 0.2
const haunting = 0.1

/** One of a list, each as likely; undefined of an empty one. */
export function drawn<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)]
}

/** What is said next: by the weights of the area, and often what shows whether an end was the end of all of it. */
export function nextIn(vocabulary: Vocabulary, facts: Facts, random: Random): Next {
  const dice = random()
  const all = vocabulary.chosen.flatMap(([, sayings]) => sayings)
  if (dice < uprooting) {
    const saying = drawn(all.filter(facts.uproots), random)
    if (saying !== undefined) return { saying, prepared: true }
  } else if (dice < uprooting + touching) {
    const saying = drawn(all.filter(facts.touches), random)
    if (saying !== undefined) return { saying, prepared: true }
  } else if (dice < uprooting + touching + renewing) {
    const saying = drawn(
      facts.lost().flatMap((fact) => vocabulary.makers(fact)),
      random,
    )
    if (saying !== undefined) return { saying, prepared: true }
  } else if (dice < uprooting + touching + renewing + haunting) {
    const lost = new Set(facts.lost())
    const saying = drawn(
      all.filter(({ needs }) => needs.some((need) => lost.has(need))),
      random,
    )
    if (saying !== undefined) return { saying, prepared: false }
  }
  return { saying: weighted(vocabulary.chosen, facts, random), prepared: true }
}

/** By weight; what is there already is mostly not made again. */
const weighted = (chosen: Vocabulary['chosen'], facts: Facts, random: Random): Saying => {
  const first = one(chosen, random)
  const isThere = first.makes.length > 0 && first.makes.every(facts.has)
  return isThere ? one(chosen, random) : first
}

const one = (chosen: Vocabulary['chosen'], random: Random): Saying => {
  const sum = chosen.reduce((all, [weight]) => all + weight, 0)
  let left = random() * sum
  const [, ways = []] =
    chosen.find(([weight]) => {
      left -= weight
      return left < 0
    }) ??
    chosen.at(-1) ??
    []
  const saying = drawn(ways, random)
  if (saying === undefined) throw new Error('there is nothing to say')
  return saying
}
