import type { Judgement, UntestableCode } from './verdict.ts'

/** What could not be asked: by which code, and why. */
export function untestable(
  code: Exclude<UntestableCode, 'FOLLOWS'>,
  reason: string,
  exchanges: readonly number[] = [],
): Judgement {
  return { verdict: 'untestable', code, reason, exchanges }
}

/** What could not be asked since a check before it failed: that one is the finding. */
export function follows(
  check: string,
  reason: string,
  exchanges: readonly number[] = [],
): Judgement {
  return { verdict: 'untestable', code: 'FOLLOWS', follows: check, reason, exchanges }
}

/** A check that others build on, and what it came to; undefined where it was not even asked. */
export interface Before {
  readonly id: string
  readonly judged: Judgement | undefined
}

/** What could not be asked since a check before it did not pass: it follows that one only where it failed. */
export function unreached(
  { id, judged }: Before,
  reason: string,
  exchanges: readonly number[] = [],
): Judgement {
  return hasFailed(judged)
    ? follows(id, reason, exchanges)
    : untestable('SETUP_FAILED', reason, exchanges)
}

/** Whether a judgement is a finding: a failure, or what softer evidence makes of one. */
export function hasFailed(judged: Judgement | undefined): boolean {
  return judged?.verdict === 'fail' || judged?.verdict === 'warn'
}
