import type { CheckResult, TargetResult } from './results.ts'

/** What was played again at a target, and how slowly: a line for people. Undefined where nothing was. */
export function playedAgain(
  { vendor }: Pick<TargetResult, 'vendor'>,
  own: readonly CheckResult[],
): string | undefined {
  return own.find(({ id }) => id === `endpoint/${vendor}/settles-at-once`)?.reason
}
