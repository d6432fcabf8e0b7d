import type { Interaction } from '../client/interaction.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { Play } from './play-case.ts'

/** A failure, at whatever level: what softer evidence makes of it is not decided yet. */
export function isWrong({ verdict }: Judgement): boolean {
  return verdict === 'fail' || verdict === 'error'
}

/** What could not be asked or told, and may be at another time. */
export function isOpen(judged: Judgement): boolean {
  return judged.verdict === 'inconclusive' || isBlocked(judged)
}

const isBlocked = ({ code }: Judgement): boolean => code === 'SETUP_FAILED' || code === 'FOLLOWS'

/** A play that was not let do what an earlier one did, for want of room, say, takes none of its findings away. */
const isDenied = (judged: Judgement): boolean =>
  judged.verdict === 'untestable' && !isBlocked(judged)

const holds = (judged: Judgement): boolean => !isWrong(judged) && !isOpen(judged)

/**
 * Whether a play found something among these checks, and may come to something else when it is played again. What was
 * waited for in vain leaves open what it left open.
 */
export function mayChange(play: Play, checks: readonly string[]): boolean {
  if (!play.repeatable) return false
  const mayHold = (judged: Judgement): boolean =>
    isWrong(judged) || isBlocked(judged) || (isOpen(judged) && play.vain.size === 0)
  return countDifferences(play) > 0 || checks.some((id) => mayHold(play.judged(id)))
}

/** Above zero where more of these checks hold in a play than in an earlier one, or as many, and less of the rest is wrong. */
export function comparePlays(one: Play, other: Play, checks: readonly string[]): number {
  if (checks.some((id) => isWrong(other.judged(id)) && isDenied(one.judged(id)))) return -1
  const count = (play: Play, has: (judged: Judgement) => boolean): number =>
    checks.filter((id) => has(play.judged(id))).length
  return (
    count(one, holds) - count(other, holds) ||
    count(other, isWrong) - count(one, isWrong) ||
    countDifferences(other) - countDifferences(one)
  )
}

/** How often a play differs from the rules in what no check of its case asks. */
const countDifferences = ({ observations }: Play): number =>
  observations.reduce((sum, { differences }) => sum + differences.length, 0)

/** The checks that hold now and did not before; none where answers were lost, which is not the same as late. */
export function heldNow(now: Play, before: Play, checks: readonly string[]): readonly string[] {
  return before.interactions.some(isTroubled) ? [] : betterNow(now, before, checks)
}

/** The checks that hold now and did not before, for whatever reason. */
export function betterNow(now: Play, before: Play, checks: readonly string[]): readonly string[] {
  return checks.filter((id) => {
    const [judged, was] = [now.judged(id), before.judged(id)]
    return (was.verdict === 'fail' || isBlocked(was)) && holds(judged)
  })
}

/** Whether a play left something open since an answer was lost: the same pace may show it another time. */
export function isCut({ judged, vain, interactions }: Play, checks: readonly string[]): boolean {
  const open = checks.some((id) => judged(id).verdict === 'inconclusive')
  return open && vain.size === 0 && interactions.some(isTroubled)
}

const isTroubled = ({ reply, repeated }: Interaction): boolean =>
  reply.kind === 'lost' || repeated === true
