import type { Random } from '../client/random.ts'
import type { Facts } from './facts.ts'
import type { Saying } from './saying.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is said next, and whether what it needs is brought about first. */
export interface Next {
  readonly saying: Saying
  readonly prepared: boolean
}

/** What moves whoever writes to say something. */
interface Impulse {
  readonly often: number
  readonly among: (
    all: readonly Saying[],
    facts: Facts,
    vocabulary: Vocabulary,
  ) => readonly Saying[]
  /** what it needs is left as it is */
  readonly unprepared?: true
}

/** What shows whether an end was the end of all of it; else it goes by the weights of the area. */
const impulses: readonly Impulse[] = [
  // something is taken away that others hang on
  { often: 0.2, among: (all, { uproots }) => all.filter(uproots) },
  // something else is done to that
  { often: 0.15, among: (all, { touches }) => all.filter(touches) },
  // what was lost is made again
  { often: 0.2, among: (_, { lost }, { makers }) => lost().flatMap(makers) },
  // what was lost is spoken of as if it were there
  { often: 0.1, among: (all, { lost }) => needing(all, new Set(lost())), unprepared: true },
]

const needing = (all: readonly Saying[], lost: ReadonlySet<string>): readonly Saying[] =>
  all.filter(({ needs }) => needs.some((need) => lost.has(need)))

/** One of a list, each as likely; undefined of an empty one. */
export function drawn<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)]
}

/** What is said next. */
export function nextIn(vocabulary: Vocabulary, facts: Facts, random: Random): Next {
  let dice = random()
  const impulse = impulses.find(({ often }) => {
    dice -= often
    return dice < 0
  })
  const all = vocabulary.chosen.flatMap(([, sayings]) => sayings)
  const saying = impulse && drawn(impulse.among(all, facts, vocabulary), random)
  if (saying !== undefined) return { saying, prepared: impulse?.unprepared !== true }
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
