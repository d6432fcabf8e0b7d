import type { ErrorName } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { wordOf } from '../../specs/wire/sub-code.ts'
import { isClientError, isDeclared, isNear, saysOtherMistake, sameWord, softened } from './codes.ts'
import { fittingAnswers, withReading, type FittingAnswers } from './fitting-answers.ts'
import { judgeDone, judgeHindered, judgeOf, type Judge } from './judge-done.ts'
import type { Done, Outcome } from './outcome.ts'
import type { RefusalStep } from './refusal-step.ts'
import { behind, type Steps } from './steps.ts'
import { untestable } from './untestable.ts'
import type { Judgement } from './verdict.ts'

/**
 * Judges whether a valid request is carried out. Where the real service is seen to refuse it, too (`refuses`), an
 * endpoint that answers like that is right, and can not be asked what comes after it.
 */
export function judgeValid(
  vendor: Vendor,
  outcome: Outcome<unknown>,
  refuses: readonly RefusalName[] = [],
): Judgement {
  const judged = judgeDone(outcome)
  if (judged.verdict !== 'fail' || refuses.length === 0) return judged
  if (judgeRefusal(vendor, refuses, outcome).code.verdict !== 'pass') return judged
  const reason = `${judged.received ?? ''}, as by the real service`
  return untestable('SETUP_FAILED', reason, judged.exchanges)
}

/**
 * Judges an outcome that ought to be a refusal of that name, step by step: is it a client error in the right
 * envelope, is its code declared for the operation, is it the code the rule asks for, is its sub-code right.
 * A step that has nothing to look at stands behind the one that failed, which is the finding.
 * With several names, an answer that fits one of them fits: the document leaves it open. So does an answer of the
 * real service, where that is seen to answer otherwise than its document says; the code then tells the reading.
 */
export function judgeRefusal(
  vendor: Vendor,
  names: RefusalName | readonly RefusalName[],
  outcome: Outcome<unknown>,
): Steps<RefusalStep> {
  const { answers, observed } = fittingAnswers(vendor, [names].flat(), outcome.operation)
  const expected = `${outcome.operation} is refused: ${wording([...answers, ...observed])}`
  if (outcome.kind !== 'refused') return unasked(judgeMissing(outcome, expected))
  const judge = judgeOf(outcome, expected)
  const { reply } = outcome
  const refused = judge(
    isClientError(reply),
    `HTTP ${reply.status} is not a client error: the command failed, it was not refused`,
  )
  if (refused.verdict === 'fail') return unasked(refused)
  return {
    refused: softened(reply, refused),
    ...judgeError({ vendor, outcome, answers, observed, judge }),
  }
}

interface Answered extends FittingAnswers {
  readonly vendor: Vendor
  readonly outcome: Extract<Outcome<unknown>, { readonly kind: 'refused' }>
  readonly judge: Judge
}

/** The steps behind the first: what the error says of itself. */
const judgeError = (answered: Answered): Omit<Steps<RefusalStep>, 'refused'> => {
  const { vendor, outcome, answers, observed, judge } = answered
  const { reply, operation } = outcome
  const fits = ({ code }: ErrorName): boolean => sameWord(vendor, code, reply.code)
  const declared = judge(
    isDeclared(vendor, operation, reply.code) || observed.some(fits),
    // in the same words for each operation: reports tell what many checks say once
    `${reply.code} is not among the errors that the operation declares`,
  )
  const code = judgeCode(vendor, [...answers, ...observed], reply)(judge)
  const hindered = judgeHindered(outcome)
  if (code.verdict !== 'pass') {
    const reason = hindered ?? behind('code', 'another code was answered', [outcome.exchange])
    return { declared, code: hindered ?? code, reason }
  }
  const reason = judgeReason(vendor, [...answers, ...observed].filter(fits), reply.reason)(judge)
  return {
    declared,
    code: withReading({ answers, observed }, fits, code),
    reason: reason.verdict === 'fail' ? (hindered ?? reason) : reason,
  }
}

/**
 * Another word of the class of a code that fits is no other code: clients tell classes apart, and it is only noted. A
 * sub-code that the document gives to another mistake makes it the code of that one.
 */
const judgeCode =
  (vendor: Vendor, answers: readonly ErrorName[], received: ErrorName) =>
  (judge: Judge): Judgement => {
    const fitting = answers.filter(({ code }) => sameWord(vendor, code, received.code))
    const isOther = saysOtherMistake(vendor, fitting, received)
    const fits = fitting.length > 0 && !isOther
    const name = isOther ? `${received.code} (${received.reason ?? ''})` : received.code
    const judged = judge(fits, `${name} is not the code of this mistake`)
    const near = answers.some(({ code }) => isNear(vendor, code, received.code))
    return judged.verdict === 'fail' && near ? { ...judged, verdict: 'warn' } : judged
  }

/** The steps behind a first one that did not show a refusal. */
const unasked = (refused: Judgement): Steps<RefusalStep> => {
  const rest =
    refused.verdict === 'fail'
      ? behind('refused', 'nothing was refused', refused.exchanges)
      : refused
  return { refused, declared: rest, code: rest, reason: rest }
}

/** What ought to be refused was not: accepted, or no answer that could be called one. */
const judgeMissing = (outcome: Outcome<unknown>, expected: string): Judgement => {
  if (outcome.kind === 'done') return judgeAcceptance(outcome, expected)
  const judged = judgeDone(outcome)
  return judged.verdict === 'fail' ? { ...judged, expected } : judged
}

const judgeAcceptance = (outcome: Done<unknown>, expected: string): Judgement => {
  const judged = judgeOf(outcome, expected)(false, 'the command is accepted')
  if (outcome.looked !== true) return judged
  const reason = 'the answer was lost, and nobody can tell whether it was so before'
  return { verdict: 'inconclusive', reason, exchanges: judged.exchanges }
}

const judgeReason =
  (vendor: Vendor, fitting: readonly ErrorName[], given?: string) =>
  (judge: Judge): Judgement =>
    judge(
      fitting.some(
        ({ reason }) => reason === undefined || sameWord(vendor, reason, wordOf(given ?? '')),
      ),
      given === undefined ? 'no sub-code is given' : `${given} is not the sub-code of this mistake`,
    )

const wording = (answers: readonly ErrorName[]): string =>
  answers
    .map(({ code, reason }) => (reason === undefined ? code : `${code} (${reason})`))
    .join(' or ') || 'any error that the vendor has for it'
