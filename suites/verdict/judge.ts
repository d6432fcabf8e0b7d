import {
  answersTo,
  observedAnswersTo,
  wordOf,
  type ErrorName,
} from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { RefusalReply } from '../../specs/wire/wire.ts'
import { describeOutcome, doneIn, type Done, type Outcome } from './outcome.ts'
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
  if (doneIn(outcome) !== undefined) return { verdict: 'pass', received, exchanges }
  if (outcome.kind === 'unsettled') return { verdict: 'inconclusive', reason: received, exchanges }
  if (outcome.kind === 'unimplemented') return untestable('NOT_IMPLEMENTED', received, exchanges)
  const hindered = judgeHindered(outcome)
  if (hindered !== undefined) return hindered
  return { verdict: 'fail', reason: received, expected, received, exchanges }
}

/** What a refusal comes to that tells of the target, not of the request, where it is not the one that is due. */
const judgeHindered = (outcome: Outcome<unknown>): Judgement | undefined => {
  if (outcome.kind !== 'refused' || outcome.hindrance === undefined) return undefined
  const { code, reason } = outcome.hindrance
  return untestable(code, reason, [outcome.exchange])
}

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
  const { reply, operation } = outcome
  const judge = judgeOf(outcome, expected)
  const refused = judge(
    isClientError(reply),
    `HTTP ${reply.status} is not a client error: the command failed, it was not refused`,
  )
  if (refused.verdict === 'fail') return unasked(refused)
  const fits = ({ code }: ErrorName): boolean => sameWord(vendor, code, reply.code)
  const fitting = [...answers, ...observed].filter(fits)
  const reading = answers.some(fits) ? 'document' : 'service'
  const code = judge(fitting.length > 0, `${reply.code} is not the code of this mistake`)
  const declared = judge(
    isDeclared(vendor, operation, reply.code) || observed.some(fits),
    `${reply.code} is not among the errors ${operation} declares`,
  )
  const hindered = judgeHindered(outcome)
  if (code.verdict === 'fail') {
    const reason = hindered ?? behind('code', 'another code was answered', [outcome.exchange])
    return { refused, declared, code: hindered ?? code, reason }
  }
  const reason = judgeReason(vendor, fitting, reply.reason)(judge)
  return {
    refused,
    declared,
    code: observed.length > 0 ? { ...code, reading } : code,
    reason: reason.verdict === 'fail' ? (hindered ?? reason) : reason,
  }
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
 * What a request comes to that the document has refused and the real service carries out (`accepted`), where the target
 * carried it out, too, and what it answers fits: there is no refusal to look at. Undefined otherwise.
 */
export function judgeAccepted<T>(
  outcome: Outcome<T>,
  { accepted = false }: { readonly accepted?: boolean },
  fits: (value: T) => boolean = () => true,
): Steps<RefusalStep> | undefined {
  if (!accepted || outcome.kind !== 'done' || outcome.looked === true) return undefined
  if (!fits(outcome.value)) return undefined
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

/** Whether a refusal blames the caller: some protocols answer one with HTTP 200; none calls its own failure one. */
export function isClientError({ status, fault }: RefusalReply): boolean {
  return status < 500 && fault === undefined
}

/** Whether two spellings mean the same code: a document may spell one otherwise than the wire. */
export function sameWord(vendor: Vendor, documented: string, received: string): boolean {
  return (
    documented === received || (vendor.refusals.synonyms[documented]?.includes(received) ?? false)
  )
}

/** Whether an operation may answer a code: its own list names it, or it is common to all. */
export function isDeclared(vendor: Vendor, operation: string, code: string): boolean {
  const declared = vendor.contract.operations.get(operation)?.errors ?? []
  return [...declared, ...vendor.refusals.common].some((name) => sameWord(vendor, name, code))
}

const wording = (answers: readonly ErrorName[]): string =>
  answers
    .map(({ code, reason }) => (reason === undefined ? code : `${code} (${reason})`))
    .join(' or ') || 'any error that the vendor has for it'
