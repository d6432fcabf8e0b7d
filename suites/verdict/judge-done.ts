import { describeOutcome, doneIn, type Outcome } from './outcome.ts'
import { untestable } from './untestable.ts'
import type { Judgement } from './verdict.ts'

/** Judges whether a command succeeded. */
export function judgeDone(outcome: Outcome<unknown>): Judgement {
  const exchanges = [outcome.exchange]
  const received = describeOutcome(outcome)
  const expected = `${outcome.operation} succeeds`
  if (doneIn(outcome) !== undefined) return { verdict: 'pass', received, exchanges }
  if (outcome.kind === 'unsettled') return { verdict: 'inconclusive', reason: received, exchanges }
  if (outcome.kind === 'unimplemented') return untestable('NOT_IMPLEMENTED', received, exchanges)
  const hindered = judgeHindered(outcome)
  if (hindered !== undefined) return hindered
  return { verdict: 'fail', reason: received, expected, received, exchanges }
}

/** What a refusal comes to that tells of the target, not of the request, where it is not the one that is due. */
export function judgeHindered(outcome: Outcome<unknown>): Judgement | undefined {
  if (outcome.kind !== 'refused' || outcome.hindrance === undefined) return undefined
  const { code, reason } = outcome.hindrance
  return untestable(code, reason, [outcome.exchange])
}

/** Judges one thing of an outcome: whether it fits, and what is wrong where it does not. */
export type Judge = (fits: boolean, reason: string) => Judgement

/** A judge of an outcome, of which something is expected. */
export function judgeOf(outcome: Outcome<unknown>, expected: string): Judge {
  const exchanges = [outcome.exchange]
  const received = describeOutcome(outcome)
  return (fits, reason) =>
    fits
      ? { verdict: 'pass', received, exchanges }
      : { verdict: 'fail', reason, expected, received, exchanges }
}
