import type { Case } from '../case/case.ts'
import type { Retrial } from '../case/lag.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { playCase, type Play } from './play-case.ts'
import type { RunParts } from './run-parts.ts'

/**
 * Plays a case; where it finds something that may be nothing but lag, again from its start and more slowly, until it
 * does not or that is enough. One play counts, as a whole: the one in which most holds, the last of several. One that lag
 * stopped on its way holds little, so that it hides nothing that a slower one finds.
 */
export async function playUntilSettled(one: Case, parts: RunParts): Promise<Play> {
  // what watches the others writes nothing
  if (one.after !== undefined) return playCase(one, parts, 0)
  const retrial = parts.lag.begin()
  try {
    return await playOn(one, parts, retrial)
  } finally {
    retrial.end()
  }
}

const playOn = async (one: Case, parts: RunParts, retrial: Retrial): Promise<Play> => {
  const wanted = one.checks.filter(({ id }) => parts.wanted(id)).map(({ id }) => id)
  let pace: number | undefined = retrial.first
  let best = await playCase(one, parts, pace)
  let latest = best
  while (mayChange(latest, wanted, parts)) {
    const after: number = pace
    pace = await parts.rest(() => retrial.next(after))
    if (pace === undefined || isStopped(parts)) break
    latest = await playCase(one, parts, pace)
    // what was stopped takes nothing away that was found before
    const gained = isStopped(parts) ? -1 : compare(latest, best, wanted)
    if (gained > 0) tellHeld(retrial, pace, heldNow(latest, best, wanted))
    forget(gained < 0 ? latest : best, parts)
    best = gained < 0 ? best : latest
  }
  return best
}

const isStopped = ({ signal }: RunParts): boolean => signal?.aborted === true

const tellHeld = (retrial: Retrial, pace: number, checks: readonly string[]): void => {
  if (checks.length > 0) retrial.held(pace, checks)
}

/** Whether it found something, and may come to something else when it is played again. */
const mayChange = (play: Play, wanted: readonly string[], { signal }: RunParts): boolean =>
  play.repeatable &&
  signal?.aborted !== true &&
  wanted.some((id) => isWrong(play.judged(id)) || isOpen(play.judged(id)))

/** A failure, at whatever level: what softer evidence makes of it is not decided yet. */
const isWrong = ({ verdict }: Judgement): boolean => verdict === 'fail' || verdict === 'error'

const isBlocked = ({ code }: Judgement): boolean => code === 'SETUP_FAILED' || code === 'FOLLOWS'

const isOpen = (judged: Judgement): boolean =>
  judged.verdict === 'inconclusive' || isBlocked(judged)

/** A play that was not let do what an earlier one did, for want of room, say, takes none of its findings away. */
const isDenied = (judged: Judgement): boolean =>
  judged.verdict === 'untestable' && !isBlocked(judged)

const holds = (judged: Judgement): boolean => !isWrong(judged) && !isOpen(judged)

/** Above zero where more holds in a play than in an earlier one, or as much, and less of the rest is wrong. */
const compare = (one: Play, other: Play, wanted: readonly string[]): number => {
  if (wanted.some((id) => isWrong(other.judged(id)) && isDenied(one.judged(id)))) return -1
  const count = (play: Play, has: (judged: Judgement) => boolean): number =>
    wanted.filter((id) => has(play.judged(id))).length
  return count(one, holds) - count(other, holds) || count(other, isWrong) - count(one, isWrong)
}

/** The checks that hold now and did not before; none where answers were lost, which is not the same as late. */
const heldNow = (now: Play, before: Play, wanted: readonly string[]): readonly string[] => {
  if (before.interactions.some(isTroubled)) return []
  return wanted.filter((id) => {
    const [judged, was] = [now.judged(id), before.judged(id)]
    return (was.verdict === 'fail' || isBlocked(was)) && holds(judged)
  })
}

const isTroubled = ({ reply, repeated }: Interaction): boolean =>
  reply.kind === 'lost' || repeated === true

const forget = ({ interactions }: Play, { transcript }: RunParts): void =>
  transcript.forget(interactions.map(({ exchange }) => exchange.id))
