import type { Judgement } from '../verdict/verdict.ts'
import { heldNow, isOpen, isWrong } from './compare-plays.ts'
import type { Intrusions } from './intrusions.ts'
import type { Play } from './play-case.ts'

/** A play, and how slowly it was played. */
export interface Paced {
  readonly play: Play
  readonly pace: number
}

/** What the plays of a case came to. */
export type Played = Pick<Play, 'judged' | 'interactions' | 'observations' | 'met'>

/** What is told of all plays. */
interface Plays {
  readonly first: Paced
  readonly best: Paced
  readonly intrusions: Intrusions
  readonly turnedAway: number | undefined
}

/** The play that counts, as it is told: what stands all the same, what held late only, what was not asked more slowly. */
export function tellPlays({ first, best, intrusions, turnedAway }: Plays): Played {
  const late = new Set(heldNow(best.play, first.play, intrusions.others(first.play, best.play)))
  return {
    observations: best.play.observations,
    met: best.play.met,
    interactions: [...best.play.interactions, ...intrusions.interactions()],
    judged: (check) => {
      const judged = best.play.judged(check)
      const intrusion = intrusions.of(check)
      if (intrusion !== undefined && !isWrong(judged)) {
        return noted(intrusion, 'in one of several plays')
      }
      if (late.has(check) && judged.verdict === 'pass') {
        return noted(judged, `held late: ${behind(best.pace)}`)
      }
      return turnedAway !== undefined && isFinding(judged)
        ? noted(judged, `not asked again ${behind(turnedAway)}, which had helped no other case`)
        : judged
    },
  }
}

/** What follows a check says what that one says. */
const isFinding = (judged: Judgement): boolean =>
  (isWrong(judged) || isOpen(judged)) && judged.follows === undefined

const behind = (pace: number): string => `${pace / 1000} s behind each write`

/** Beside what was received: findings that say the same stay alike. */
const noted = (judged: Judgement, note: string): Judgement => {
  const { received, reason } = judged
  if (received !== undefined) return { ...judged, received: `${received} (${note})` }
  return { ...judged, reason: reason === undefined ? note : `${reason} (${note})` }
}
