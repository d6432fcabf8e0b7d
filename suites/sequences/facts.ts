import { symbolsIn, type Saying } from './saying.ts'

/** What is so by now, as far as whoever writes a script knows: a guess, by which nothing is judged. */
export interface Facts {
  readonly has: (fact: string) => boolean
  /** what was so, and is not any more */
  readonly lost: () => readonly string[]
  readonly change: (saying: Pick<Saying, 'makes' | 'ends'>) => void
  /** whether a saying names something that other things hang on */
  readonly touches: (saying: Saying) => boolean
  /** whether it ends that */
  readonly uproots: (saying: Saying) => boolean
}

/** What is so from the start. */
export function openFacts(given: readonly string[]): Facts {
  const facts = new Set(given)
  const lost = new Set<string>()
  const touches = ({ needs, ends, args, by }: Saying): boolean => {
    const named = [by, ...symbolsIn(args)]
    return [...facts].some(
      (fact) =>
        !ends.includes(fact) && !needs.includes(fact) && named.some((name) => speaksOf(fact, name)),
    )
  }
  return {
    has: (fact) => facts.has(fact),
    lost: () => [...lost],
    change: ({ makes, ends }) => {
      for (const fact of facts) {
        if (!ends.some((ended) => isMeant(ended, fact))) continue
        facts.delete(fact)
        lost.add(fact)
      }
      for (const made of makes) {
        facts.add(made)
        lost.delete(made)
      }
    },
    touches,
    uproots: (saying) =>
      saying.ends.some((ended) => [...facts].some((fact) => isMeant(ended, fact))) &&
      touches(saying),
  }
}

/** What ends is named in full, or with `*` for any words at one end. */
const isMeant = (ended: string, fact: string): boolean => {
  const [start = '', end] = ended.split('*')
  return end === undefined ? ended === fact : fact.startsWith(start) && fact.endsWith(end)
}

const speaksOf = (fact: string, name: string): boolean => ` ${fact} `.includes(` ${name} `)
