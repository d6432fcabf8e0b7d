import { answersTo, observedAnswersTo, type ErrorName } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Judgement } from './verdict.ts'

/** The answers that fit a refusal, of an operation: what the document gives, and what the real service is seen to answer beside it. */
export interface FittingAnswers {
  readonly answers: readonly ErrorName[]
  readonly observed: readonly ErrorName[]
}

/** The answers that fit refusals of one of these names. */
export function fittingAnswers(
  { refusals }: Vendor,
  names: readonly RefusalName[],
  operation: string,
): FittingAnswers {
  return {
    answers: names.flatMap((name) => answersTo(refusals, name, operation) ?? []),
    observed: names.flatMap((name) => observedAnswersTo(refusals, name, operation)),
  }
}

/** A code that fits, with the reading that it goes by where the real service answers otherwise than the document. */
export function withReading(
  { answers, observed }: FittingAnswers,
  fits: (answer: ErrorName) => boolean,
  code: Judgement,
): Judgement {
  if (observed.length === 0) return code
  return { ...code, reading: answers.some(fits) ? 'document' : 'service' }
}
