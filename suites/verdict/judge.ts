import { answersTo, observedAnswersTo, type ErrorName } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { isClientError, isDeclared, isNear, sameWord, softened } from './codes.ts'
import { describeOutcome, type Outcome } from './outcome.ts'
import { behind, type Steps } from './steps.ts'
import { untestable } from './untestable.ts'
import type { Judgement } from './verdict.ts'

/** The steps in which a refusal is judged; each is a check of its own. */
export const refusalSteps = ['refused', 'declared', 'code', 'reason'] as const
export type RefusalStep = (typeof refusalSteps)[number]

/** Judges whether a command succeeded. */
export function judgeDone(outcome: Outcome<unknown>): Judgement {
  const exchanges = [outcome.exchange]
  const received = describeOutcome(outcome)
  const expected = `${outcome.operation} succeeds`
  if (outcome.kind === 'done') return { verdict: 'pass', received, exchanges }
  if (outcome.kind === 'unsettled') return { verdict: 'inconclusive', reason: received, exchanges }
  if (outcome.kind === 'unimplemented') return untestable('NOT_IMPLEMENTED', received, exchanges)
  return { verdict: 'fail', reason: received, expected, received, exchanges }
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
  const { reply, operation } = outcome
  const judge = judgeOf(outcome, expected)
  const refused = softened(
    reply,
    judge(
      isClientError(reply),
      `HTTP ${reply.status} is not a client error: the command failed, it was not refused`,
    ),
  )
  if (refused.verdict === 'fail') return unasked(refused)
  const fits = ({ code }: ErrorName): boolean => sameWord(vendor, code, reply.code)
  const fitting = [...answers, ...observed].filter(fits)
  const code = judgeCode(vendor, [...answers, ...observed], reply.code)(judge)
  const reading = answers.some(fits) ? 'document' : 'service'
  return {
    refused,
    declared: judge(
      isDeclared(vendor, operation, reply.code) || observed.some(fits),
      `${reply.code} is not among the errors ${operation} declares`,
    ),
    code: code.verdict === 'pass' && observed.length > 0 ? { ...code, reading } : code,
    reason:
      code.verdict === 'pass'
        ? judgeReason(vendor, fitting, reply.reason)(judge)
        : behind('code', 'another code was answered', [outcome.exchange]),
  }
}

/** Another word of the class of a code that fits is no other code: clients tell classes apart, and it is only noted. */
const judgeCode =
  (vendor: Vendor, answers: readonly ErrorName[], received: string) =>
  (judge: Judge): Judgement => {
    const fits = answers.some(({ code }) => sameWord(vendor, code, received))
    const judged = judge(fits, `${received} is not the code of this mistake`)
    const near = answers.some(({ code }) => isNear(vendor, code, received))
    return judged.verdict === 'fail' && near ? { ...judged, verdict: 'warn' } : judged
  }

const fittingAnswers = (
  { refusals }: Vendor,
  names: readonly RefusalName[],
  operation: string,
): { readonly answers: readonly ErrorName[]; readonly observed: readonly ErrorName[] } => ({
  answers: names.flatMap((name) => answersTo(refusals, name, operation) ?? []),
  observed: names.flatMap((name) => observedAnswersTo(refusals, name, operation)),
})

/**
 * What a request comes to that the document has refused and the real service carries out, where the target carried
 * it out, too: there is no refusal to look at. Undefined where it was not.
 */
export function judgeAccepted(outcome: Outcome<unknown>): Steps<RefusalStep> | undefined {
  if (outcome.kind !== 'done') return undefined
  const exchanges = [outcome.exchange]
  const refused: Judgement = {
    verdict: 'pass',
    reading: 'service',
    received: describeOutcome(outcome),
    exchanges,
  }
  const reason = `${outcome.operation} is carried out, as by the real service`
  const rest: Judgement = { verdict: 'absent', code: 'undue-refusal', reason, exchanges }
  return { refused, declared: rest, code: rest, reason: rest }
}

/**
 * Why nothing can be asked of a refusal: the vendor has no word for it, or the operation never answers
 * it. Undefined where the refusal is due.
 */
export function judgeUnworded(
  { id, refusals }: Vendor,
  name: RefusalName,
  { operation, exchange }: Pick<Outcome<unknown>, 'operation' | 'exchange'>,
): Judgement | undefined {
  const row = refusals.refusals[name]
  if (row === undefined) {
    const reason = `${id} has no word for this refusal`
    return { verdict: 'absent', code: 'unworded-refusal', reason, exchanges: [exchange] }
  }
  if (row.silent?.includes(operation) !== true) return undefined
  const reason = `${operation} refuses nothing of this kind`
  return { verdict: 'absent', code: 'undue-refusal', reason, exchanges: [exchange] }
}

/** The steps behind a first one that did not show a refusal. */
const unasked = (refused: Judgement): Steps<RefusalStep> => {
  const rest =
    refused.verdict === 'fail'
      ? behind('refused', 'nothing was refused', refused.exchanges)
      : refused
  return { refused, declared: rest, code: rest, reason: rest }
}

type Judge = (fits: boolean, reason: string) => Judgement

const judgeOf =
  (outcome: Outcome<unknown>, expected: string): Judge =>
  (fits, reason) => {
    const exchanges = [outcome.exchange]
    const received = describeOutcome(outcome)
    return fits
      ? { verdict: 'pass', received, exchanges }
      : { verdict: 'fail', reason, expected, received, exchanges }
  }

/** What ought to be refused was not: accepted, or no answer that could be called one. */
const judgeMissing = (outcome: Outcome<unknown>, expected: string): Judgement => {
  if (outcome.kind === 'done') return judgeOf(outcome, expected)(false, 'the command is accepted')
  const judged = judgeDone(outcome)
  return judged.verdict === 'fail' ? { ...judged, expected } : judged
}

const judgeReason =
  (vendor: Vendor, fitting: readonly ErrorName[], given?: string) =>
  (judge: Judge): Judgement =>
    judge(
      fitting.some(({ reason }) => reason === undefined || sameWord(vendor, reason, given ?? '')),
      given === undefined ? 'no sub-code is given' : `${given} is not the sub-code of this mistake`,
    )

const wording = (answers: readonly ErrorName[]): string =>
  answers
    .map(({ code, reason }) => (reason === undefined ? code : `${code} (${reason})`))
    .join(' or ') || 'any error that the vendor has for it'
