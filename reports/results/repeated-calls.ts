import type { CheckResult, TargetResult } from './results.ts'

/** How many calls to a target were answered only when they were repeated: a line for people. Undefined where none was. */
export function repeatedCalls(
  { vendor }: Pick<TargetResult, 'vendor'>,
  own: readonly CheckResult[],
): string | undefined {
  return own.find(({ id }) => id === `endpoint/${vendor}/is-not-busy`)?.received
}
