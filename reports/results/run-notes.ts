import type { CheckResult, TargetResult } from './results.ts'

/**
 * What a target made the suite play again, repeat or leave unread, each in a line for people; where none of these had to
 * be, none.
 */
export function runNotes(
  { vendor }: Pick<TargetResult, 'vendor'>,
  own: readonly CheckResult[],
): readonly string[] {
  const ofEndpoint = (name: string): CheckResult | undefined =>
    own.find(({ id }) => id === `endpoint/${vendor}/${name}`)
  const unread = ofEndpoint('answers-are-bounded')?.received
  return [
    ofEndpoint('settles-at-once')?.reason,
    ofEndpoint('is-not-busy')?.received,
    unread === undefined ? undefined : `not read: ${unread}`,
  ].filter((note) => note !== undefined)
}
