import type { Case } from '../case/case.ts'
import type { Extent } from '../case/extent.ts'
import type { MoveTime } from '../client/moved-time.ts'
import { consistencyOf } from '../client/patience.ts'
import { hasFreeAccounts, type Target } from '../client/target.ts'

interface AskedAt {
  readonly target: Target
  readonly sequences?: Extent
  readonly moveTime?: MoveTime
}

/** What is asked of a target: of accounts that are given nobody knows what happened to them before. */
export function casesAt(
  { target, sequences, moveTime }: AskedAt,
  cases: readonly Case[],
): readonly Case[] {
  const isFree = hasFreeAccounts(target)
  // what is seen late only can not be told from what a series of calls left wrong
  const isPlayed = sequences?.count !== 0 && consistencyOf(target) === 'immediate'
  const isMovable = isFree && (target.clock !== undefined || moveTime !== undefined)
  return cases.filter(
    ({ freeAccounts, playsSequences, movesTime }) =>
      (isFree || freeAccounts !== true) &&
      (isPlayed || playsSequences !== true) &&
      (isMovable || movesTime !== true),
  )
}
