import type { Judgement, UntestableCode, Verdict } from './verdict.ts'

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

/**
 * What could not be asked since a check before it did not pass. It follows that one where it failed, and is as open as
 * that one where it was left open: a lost answer is no refusal. Where it passed or was not asked, the set-up failed.
 */
export function unreached(
  { id, judged }: Before,
  reason: string,
  exchanges: readonly number[] = [],
): Judgement {
  if (hasFailed(judged)) return follows(id, reason, exchanges)
  if (judged === undefined || !opening.has(judged.verdict)) {
    return untestable('SETUP_FAILED', reason, exchanges)
  }
  return openLike(judged)
}

/** As open as a check that was left open: of that check itself nothing else is told. */
const openLike = ({
  verdict,
  code,
  follows: before,
  waits,
  reason,
  exchanges,
}: Judgement): Judgement => ({
  verdict,
  ...(code !== undefined && { code }),
  ...(before !== undefined && { follows: before }),
  ...(waits !== undefined && { waits }),
  reason: reason ?? verdict,
  exchanges,
})

const opening: ReadonlySet<Verdict> = new Set<Verdict>(['absent', 'untestable', 'inconclusive'])

/** Whether a judgement is a finding: a failure, or what softer evidence makes of one. */
export function hasFailed(judged: Judgement | undefined): boolean {
  return judged?.verdict === 'fail' || judged?.verdict === 'warn'
}
