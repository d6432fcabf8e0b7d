import type { Case } from '../case/case.ts'
import type { Retrial } from '../case/lag.ts'
import { betterNow, comparePlays, heldNow, isCut, mayChange } from './compare-plays.ts'
import { openIntrusions, type Intrusions } from './intrusions.ts'
import { letGo } from './let-go.ts'
import { playCase, type Play } from './play-case.ts'
import type { RunParts } from './run-parts.ts'
import { tellPlays, type Paced, type Played } from './tell-plays.ts'

/**
 * Plays a case; where it finds something that may be nothing but lag, again from its start and more slowly, until it
 * does not or that is enough. One play counts, as a whole: the one in which most holds, the last of several. One that lag
 * stopped on its way holds little, so that it hides nothing that a slower one finds. Only that somebody was let in who
 * never might be stands in any play: that is no lag.
 */
export async function playUntilSettled(one: Case, parts: RunParts): Promise<Played> {
  // what watches the others writes nothing, but where nobody else asked: then that is let settle, too
  if (isPlayedOnce(one, parts)) {
    return playCase(one, parts, { pace: 0, vain: new Map() })
  }
  const retrial = parts.lag.begin()
  try {
    return await playOn(one, parts, retrial)
  } finally {
    retrial.end()
  }
}

/** What plays sequences plays those that differ again itself. */
const isPlayedOnce = ({ after, playsSequences }: Case, { organization }: RunParts): boolean =>
  playsSequences === true || (after !== undefined && organization === undefined)

const playOn = async (one: Case, parts: RunParts, retrial: Retrial): Promise<Played> => {
  const wanted = one.checks.filter(({ id }) => parts.wanted(id)).map(({ id }) => id)
  const intrusions = openIntrusions(wanted)
  const playAt = async (pace: number, before?: Paced): Promise<Paced> => {
    const play = await playCase(one, parts, { pace, vain: before?.play.vain ?? new Map() })
    intrusions.find(play)
    return { play, pace }
  }
  const first = await playAt(retrial.first)
  let [best, latest, cut] = [first, first, 0]
  while (mayChange(latest.play, intrusions.others(latest.play))) {
    const again = cut < mostCut && isCut(latest.play, wanted)
    if (again) cut += 1
    const pace = await (again ? samePace(latest, parts) : nextPace(latest, parts, retrial))
    if (pace === undefined) break
    latest = await playAt(pace, latest)
    best = betterOf(best, latest, { intrusions, parts, retrial })
  }
  return tellPlays({ first, best, intrusions, turnedAway: retrial.turnedAway() })
}

interface Comparing {
  readonly intrusions: Intrusions
  readonly parts: RunParts
  readonly retrial: Retrial
}

/** The play that counts of two, the later one where both hold as much; what the other showed is let go. */
const betterOf = (best: Paced, latest: Paced, { intrusions, parts, retrial }: Comparing): Paced => {
  const others = intrusions.others(best.play, latest.play)
  // what was stopped takes nothing away that was found before
  const gained = isStopped(parts) ? -1 : comparePlays(latest.play, best.play, others)
  if (gained > 0 && betterNow(latest.play, best.play, others).length > 0) {
    retrial.held(latest.pace, heldNow(latest.play, best.play, others))
  }
  forget((gained < 0 ? latest : best).play, intrusions, parts)
  return gained < 0 ? best : latest
}

const samePace = async ({ pace }: Paced, parts: RunParts): Promise<number | undefined> =>
  isStopped(parts) ? undefined : pace

/** So often a case is played again at a pace since answers were lost. */
const mostCut = 2

const nextPace = async (
  { pace, play }: Paced,
  parts: RunParts,
  retrial: Retrial,
): Promise<number | undefined> => {
  if (isStopped(parts)) return undefined
  const next = await parts.rest(() => retrial.next(pace, play.settlings))
  return isStopped(parts) ? undefined : next
}

const isStopped = ({ signal }: RunParts): boolean => signal?.aborted === true

const forget = ({ interactions }: Play, intrusions: Intrusions, parts: RunParts): void => {
  const kept = new Set(intrusions.interactions())
  const ids = interactions.filter((one) => !kept.has(one)).map(({ exchange }) => exchange.id)
  letGo(ids, parts)
}
