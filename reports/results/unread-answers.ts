import type { CheckResult, TargetResult } from './results.ts'

/** What came from a target and was more than is read: a line for people. Undefined where nothing was. */
export function unreadAnswers(
  { vendor }: Pick<TargetResult, 'vendor'>,
  own: readonly CheckResult[],
): string | undefined {
  const check = own.find(({ id }) => id === `endpoint/${vendor}/answers-are-bounded`)
  return check?.received === undefined ? undefined : `not read: ${check.received}`
}
