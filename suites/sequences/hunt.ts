import type { CaseContext } from '../case/case-context.ts'
import { seedOf } from '../case/seed-of.ts'
import { randomFrom } from '../client/random.ts'
import { untestable } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { playScript, type Found, type Played } from './play-script.ts'
import type { Script } from './script.ts'
import { shrinkScript } from './shrink-script.ts'
import { tellFound, tellFlaky } from './tell-found.ts'
import type { Vocabulary } from './vocabulary.ts'
import { writeScript } from './write-script.ts'

/** What sequences are made of. */
export interface Hunt {
  readonly vocabulary: Vocabulary
  readonly pairs: boolean
  /** whether days pass */
  readonly movesTime: boolean
  /** how often as many as are asked for */
  readonly times: number
}

/** How often a script is played to shorten it, and for how many milliseconds. */
const mostPlays = 150
const longest = 60_000

/** How often a shortened script has to show the same. */
const enough = 3

/** Plays sequences until one comes to something else than the rules say; what all of them come to. */
export async function hunt(
  context: CaseContext,
  { vocabulary, pairs, movesTime, times }: Hunt,
): Promise<Judgement> {
  const { count, steps } = context.sequences
  const days = movesTime ? vocabulary.days : []
  let compared = false
  for (let number = 1; number <= times * count; number += 1) {
    const seed = seedOf(context.seed, `sequence ${number}`)
    const script = writeScript(vocabulary, { steps, random: randomFrom(seed), pairs, days })
    const played = await playScript(script, { ...context, seed })
    compared ||= played.compared
    const { found } = played
    if (found !== undefined) return prove({ context, script, played, found, number, seed })
  }
  return compared
    ? { verdict: 'pass', exchanges: [] }
    : untestable('SETUP_FAILED', 'no answer could be held against the rules')
}

interface Suspicion {
  readonly context: CaseContext
  readonly script: Script
  readonly played: Played
  readonly found: Found
  /** of which sequence */
  readonly number: number
  readonly seed: number
}

/** Shortens a script that came to something else, and plays what is left again: only what shows each time is a finding. */
const prove = async (suspicion: Suspicion): Promise<Judgement> => {
  const { number } = suspicion
  const shortest = await shorten(suspicion)
  let last: Found | undefined
  let { played } = suspicion
  for (let time = 1; time <= enough; time += 1) {
    played = await play(suspicion, shortest)
    const { found } = played
    if (found === undefined || found.key !== (last ?? found).key) {
      return tellFlaky({ played, found: last ?? suspicion.found, number, time })
    }
    last = found
  }
  return tellFound({ played, found: last ?? suspicion.found, number })
}

const play = ({ context, seed }: Suspicion, script: Script): Promise<Played> =>
  playScript(script, { ...context, seed })

/** So few steps are enough to see at once what is wrong. */
const few = 5

/** The shortest script that shows the same; or that shows it elsewhere, where another look at everything does so sooner. */
const shorten = async (suspicion: Suspicion): Promise<Script> => {
  const { context, script, played, found } = suspicion
  const until = context.now() + longest
  const budget = { plays: mostPlays, goesOn: () => context.now() < until }
  const shortest = await shrinkScript(
    script.slice(0, played.lines.length),
    async (shorter) => (await play(suspicion, shorter)).found?.key === found.key,
    budget,
  )
  if (shortest.length <= few) return shortest
  const shows = async (shorter: Script): Promise<boolean> =>
    (await play(suspicion, shorter)).found !== undefined
  const last = shortest.at(-1)?.number
  const others = script.filter(({ looks, number }) => looks === true && number !== last)
  const looking = [...shortest.slice(0, -1), ...others]
  const other = (await shows(looking)) ? await shrinkScript(looking, shows, budget) : shortest
  return other.length < shortest.length ? other : shortest
}
