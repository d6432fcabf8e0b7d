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
}

/** How often a script is played to shorten it, and for how many milliseconds. */
const mostPlays = 150
const longest = 60_000

/** How often a shortened script has to show the same. */
const enough = 3

/** Plays sequences until one comes to something else than the rules say; what all of them come to. */
export async function hunt(context: CaseContext, { vocabulary, pairs }: Hunt): Promise<Judgement> {
  const { count, steps } = context.sequences
  let compared = false
  for (let number = 1; number <= count; number += 1) {
    const seed = seedOf(context.seed, `sequence ${number}`)
    const script = writeScript(vocabulary, { steps, random: randomFrom(seed), pairs })
    const played = await playScript(script, { ...context, seed })
    compared ||= played.compared
    if (played.found !== undefined) {
      return prove({ context, script, played, found: played.found, number, seed })
    }
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
const prove = async ({
  context,
  script,
  played,
  found,
  number,
  seed,
}: Suspicion): Promise<Judgement> => {
  const play = (shorter: Script): Promise<Played> => playScript(shorter, { ...context, seed })
  const until = context.now() + longest
  const shortest = await shrinkScript(
    script.slice(0, played.lines.length),
    async (shorter) => (await play(shorter)).found?.key === found.key,
    { plays: mostPlays, goesOn: () => context.now() < until },
  )
  let last = played
  for (let time = 1; time <= enough; time += 1) {
    last = await play(shortest)
    if (last.found?.key !== found.key) return tellFlaky({ played: last, found, number, time })
  }
  return tellFound({ played: last, found: last.found ?? found, number })
}
