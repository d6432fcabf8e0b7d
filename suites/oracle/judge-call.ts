import type { Operation } from '../../specs/contract/contract.ts'
import type { JsonObject } from '../../specs/contract/json.ts'
import type { DialectRow } from '../../specs/vendor/dialect.ts'
import { refusalsFor, whyOpenMember } from '../../specs/vendor/left-open.ts'
import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { outcomeOf } from '../actors/outcome-of.ts'
import { askedPage } from '../client/next-page.ts'
import { judgeDone } from '../verdict/judge-done.ts'
import { judgeUnworded } from '../verdict/judge-undue.ts'
import { judgeRefusal } from '../verdict/judge.ts'
import { describeOutcome, type Outcome } from '../verdict/outcome.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { compareValue } from './compare-answer.ts'
import { addTo, noFindings, type Findings } from './differences.ts'
import type { Fitting } from './fits.ts'
import type { HeardCall } from './heard-call.ts'
import { paginationOf } from './pagination-of.ts'
import type { Prediction } from './predict.ts'
import { comparePage, isNamed, type Readings } from './read-pages.ts'

/** A call, what the rules say of it, and what is known when it comes. */
export interface Judging {
  readonly vendor: Vendor
  readonly operation: Operation
  readonly heard: HeardCall
  readonly prediction: Prediction
  readonly readings: Readings
  readonly row: DialectRow<Verb>
  /** how long a page is where nobody says */
  readonly full: number
}

type Predicted = Extract<Prediction, { readonly kind: 'done' }>

/** What a call comes to beside its prediction. */
export interface Judged {
  readonly found: Findings
  readonly readings: Readings
  /** whether the target did what the rules say; undefined where nobody can tell what it did */
  readonly went: 'as ruled' | 'unchanged' | undefined
}

/** The place of whether a call is carried out, and of the code of a refusal, beside the members of an answer. */
export const outcomeMember = 'outcome'
export const refusalMember = 'refusal'

/** Holds what came of a call against what the rules say comes of it. */
export function judgeCall(judging: Judging, fitting: Fitting): Judged {
  const { prediction, heard, readings, vendor } = judging
  const outcome = outcomeOf({ vendor }, heard.interaction, (output) => output)
  const { reply } = heard.interaction
  if (outcome.kind === 'unsettled' || reply.kind === 'lost') return open(judging, undefined)
  if (outcome.kind === 'unimplemented') return open(judging, 'unchanged')
  if (outcome.kind === 'garbled') {
    return { found: differing(outcomeMember, prediction, outcome), readings, went: undefined }
  }
  if (prediction.kind === 'refused') return judgeRefused(judging, prediction, outcome)
  if (reply.kind !== 'output') return judgeUndone(judging, outcome)
  return judgeCarriedOut(judging, fitting, [prediction, reply.output])
}

const judgeCarriedOut = (
  judging: Judging,
  fitting: Fitting,
  [prediction, output]: readonly [Predicted, JsonObject],
): Judged => {
  const { found: all, readings } = compared(judging, fitting, [prediction, output])
  // an answer that holds nothing of what it ought to hold is no sign that anything was done
  if (all.compared.size > 0 || holdsNothing(prediction)) {
    for (const member of [...all.silent, outcomeMember]) all.compared.add(member)
  }
  const found = closedPart(judging, all)
  return { found, readings, went: 'as ruled' }
}

const holdsNothing = ({ output }: Predicted): boolean => Object.keys(output).length === 0

/** What was found without the members that the rules leave open. */
const closedPart = ({ vendor, operation }: Judging, found: Findings): Findings => {
  const isClosed = (member: string): boolean =>
    whyOpenMember(vendor.leftOpen, operation.name, member) === undefined
  return {
    ...found,
    compared: new Set([...found.compared].filter(isClosed)),
    differences: found.differences.filter(({ member }) => isClosed(member)),
  }
}

const open = ({ readings, heard }: Judging, went: Judged['went']): Judged => ({
  found: noFindings(),
  readings,
  went: heard.writes ? went : 'unchanged',
})

const compared = (
  { operation, heard, readings, ...judging }: Judging,
  fitting: Fitting,
  [{ output: expected, world, page }, told]: readonly [Predicted, JsonObject],
): { readonly found: Findings; readonly readings: Readings } => {
  const pagination = page && paginationOf(operation, judging.row, expected)
  if (page === undefined || pagination === undefined) {
    return { found: compareValue({ member: '', expected, told }, fitting), readings }
  }
  const { input, account } = heard
  const caller = `${operation.name} ${account}`
  const { full } = judging
  const asked = { pagination, input, caller, full }
  return comparePage({ ...asked, expected, page, told, world, readings }, fitting)
}

/** What is to be carried out was refused: where that tells of the target's own limits, nobody is wrong. */
const judgeUndone = (judging: Judging, outcome: Outcome<unknown>): Judged => {
  const { prediction, readings } = judging
  const tellsOfTarget = judgeDone(outcome).verdict !== 'fail' && !isDecided(judging, outcome)
  const isOpen = tellsOfTarget || asksUnnamedPage(judging)
  if (isOpen) return open(judging, 'unchanged')
  const found = differing(outcomeMember, prediction, outcome)
  return { found, readings, went: 'unchanged' }
}

/** Whether an account is called not ready in the words of a rule: then the rules know whether it is. */
const isDecided = (
  { vendor: { refusals }, operation }: Judging,
  outcome: Outcome<unknown>,
): boolean => {
  if (outcome.kind !== 'refused' || outcome.hindrance?.code !== 'NO_PRINCIPAL') return false
  const { code, reason } = outcome.reply
  return (Object.keys(refusals.refusals) as RefusalName[])
    .flatMap((name) => answersTo(refusals, name, operation.name) ?? [])
    .some(
      (answer) => answer.code === code && answer.reason !== undefined && answer.reason === reason,
    )
}

/** Whether a page is asked for that no answer named: what becomes of that is no affair of the list. */
const asksUnnamedPage = ({
  operation: { pagination, name },
  heard,
  readings,
}: Judging): boolean => {
  if (pagination === undefined) return false
  const { input, account } = heard
  const page = askedPage(pagination, input)
  return (
    page !== undefined &&
    !isNamed({ pagination, input, caller: `${name} ${account}` }, page, readings)
  )
}

const judgeRefused = (
  judging: Judging,
  prediction: Extract<Prediction, { readonly kind: 'refused' }>,
  outcome: Outcome<unknown>,
): Judged => {
  const { vendor, readings, heard } = judging
  if (judgeUnworded(vendor, prediction.refusal, outcome) !== undefined)
    return open(judging, undefined)
  const { refused, code, reason } = judgeRefusal(
    vendor,
    refusalsFor(vendor.leftOpen, prediction.refusal),
    outcome,
  )
  if (refused.verdict === 'fail') {
    const went = outcome.kind === 'refused' || !heard.writes ? 'unchanged' : undefined
    return { found: differing(outcomeMember, prediction, outcome), readings, went }
  }
  const found = noFindings()
  if (code.verdict === 'fail') addTo(found, differing(refusalMember, prediction, outcome))
  if (code.verdict === 'pass') found.compared.add(refusalMember)
  if (isOtherReason(reason, outcome)) addTo(found, differing(refusalMember, prediction, outcome))
  found.compared.add(outcomeMember)
  return { found, readings, went: 'as ruled' }
}

/** A sub-code that is not told is asked for where a rule has it; another one says another mistake. */
const isOtherReason = (reason: Judgement, outcome: Outcome<unknown>): boolean =>
  reason.verdict === 'fail' && outcome.kind === 'refused' && outcome.reply.reason !== undefined

const differing = (
  member: string,
  prediction: Prediction,
  outcome: Outcome<unknown>,
): Findings => ({
  ...noFindings(),
  compared: new Set([member]),
  differences: [
    {
      member,
      kind: 'other',
      expected:
        prediction.kind === 'done'
          ? `${outcome.operation} is carried out`
          : `${outcome.operation} is refused: ${prediction.refusal} (${prediction.detail})`,
      received: describeOutcome(outcome),
    },
  ],
})
