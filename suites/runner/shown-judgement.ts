import { partOf } from '../client/part-of.ts'
import { redactionWith, type Redact } from '../client/redaction.ts'
import type { Exchange } from '../client/transcript.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** Characters of a text that are kept. */
const textLimit = 1000

/**
 * A judgement as it leaves the suite: its texts without secrets, those of the target and of the exchanges that it
 * rests on, and only then cut. Whoever judges hands on whole texts: what was cut before could hold part of a secret
 * that nobody recognises any more.
 */
export function shownJudgement(
  judgement: Judgement,
  redactTarget: Redact,
  exchanges: readonly Exchange[],
): Judgement {
  const { reason, expected, received, ...plain } = judgement
  const redact = redactionWith(redactTarget, exchanges)
  const show = (text: string): string => shortened(redact(text))
  return {
    ...plain,
    ...(reason !== undefined && { reason: show(reason) }),
    ...(expected !== undefined && { expected: show(expected) }),
    ...(received !== undefined && { received: show(received) }),
  }
}

/** The beginning and the end: a sentence that quotes a long answer keeps what it says about it. */
const shortened = (text: string): string => {
  if (text.length <= textLimit) return text
  const end = Math.floor(textLimit / 4)
  return `${partOf(text, 0, textLimit - end)} … ${partOf(text, -end)}`
}
