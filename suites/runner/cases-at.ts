import type { Case } from '../case/case.ts'
import type { Extent } from '../case/extent.ts'
import { consistencyOf } from '../client/patience.ts'
import { hasFreeAccounts, type Target } from '../client/target.ts'

/** What is asked of a target: of accounts that are given nobody knows what happened to them before. */
export function casesAt(
  { target, sequences }: { readonly target: Target; readonly sequences?: Extent },
  cases: readonly Case[],
): readonly Case[] {
  const isFree = hasFreeAccounts(target)
  // what is seen late only can not be told from what a series of calls left wrong
  const isPlayed = sequences?.count !== 0 && consistencyOf(target) === 'immediate'
  return cases.filter(
    ({ freeAccounts, playsSequences }) =>
      (isFree || freeAccounts !== true) && (isPlayed || playsSequences !== true),
  )
}
