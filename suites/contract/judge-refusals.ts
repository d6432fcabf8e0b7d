import { unlessReached } from '../dsl/limit.ts'
import { judgeAccepted } from '../verdict/judge-undue.ts'
import { judgeRefusal } from '../verdict/judge.ts'
import type { RefusalStep } from '../verdict/refusal-step.ts'
import { judgedSteps, type Steps } from '../verdict/steps.ts'
import { follows, hasFailed } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { Answered } from './answered.ts'
import type { OperationRun } from './operation-run.ts'
import type { OperationPlan } from './plan.ts'
import type { Refusable } from './refusable.ts'
import type { ValidRequests } from './valid-requests.ts'

/** Requests that ought to be refused, what they came to, and how one of them is sent once more. */
interface Refusals<R> {
  readonly answered: ReadonlyMap<R, Answered>
  readonly again: (request: R) => Promise<Answered>
}

/**
 * What a wrong request comes to whose every try is answered by a trouble that ought to pass: where its twin is carried out
 * in between, and it comes to the same once more, that is how it is refused.
 */
const withoutHope = async (
  outcome: Answered,
  {
    twin,
    again,
  }: { readonly twin: () => Promise<Judgement>; readonly again: () => Promise<Answered> },
): Promise<Answered> => {
  if (outcome.kind !== 'unsettled' || outcome.lasting === undefined) return outcome
  if ((await twin()).verdict !== 'pass') return outcome
  const next = await again()
  if (next.kind === 'stopped') return outcome
  if (next.kind !== 'unsettled') return next
  const { operation, exchange, lasting } = next
  if (lasting?.code !== outcome.lasting.code) return outcome
  return { operation, exchange, kind: 'refused', reply: lasting }
}

/**
 * Records what requests come to that ought to be refused, beside their twins. Answers the check of the last that was
 * not refused.
 */
export async function settleRefusals<R extends Refusable>(
  run: OperationRun,
  valid: ValidRequests,
  { answered, again }: Refusals<R>,
): Promise<string | undefined> {
  let undue: string | undefined
  for (const [request, first] of answered) {
    if (!isWanted(run, request)) continue
    const twin = (): Promise<Judgement> => valid.judged(request.twin)
    const outcome = await withoutHope(first, { twin, again: () => again(request) })
    const judged = await judgeBesideTwin(run, valid, { request, outcome })
    for (const [id, judgement] of judgedSteps(judged, (step) => request.steps[step]?.id)) {
      run.context.record(id, judgement)
    }
    if (hasFailed(judged.refused)) undue = request.steps.refused?.id
  }
  return undue
}

/** Requests are sent for what they change, too: whoever wants only that needs none of their twins. */
const isWanted = ({ context }: OperationRun, { steps }: Refusable): boolean =>
  Object.values(steps).some(({ id }) => context.wanted(id))

interface Sent {
  readonly request: Refusable
  readonly outcome: Answered
}

/**
 * A refusal shows nothing by itself: it counts only when the twin is accepted. What is done and ought to be refused is
 * wrong whatever becomes of the twin.
 */
const judgeBesideTwin = async (
  { plan, context }: OperationRun,
  valid: ValidRequests,
  { request, outcome: came }: Sent,
): Promise<Steps<RefusalStep>> => {
  if (came.kind === 'stopped') return everyStep(came.judged)
  const outcome = unlessReached(context, came)
  const judged =
    judgeAccepted(outcome, seenOf(plan, request)) ??
    judgeRefusal(plan.vendor, request.refusals, outcome)
  if (outcome.kind === 'done') return judged
  const twin = await valid.judged(request.twin)
  if (twin.verdict === 'pass') return judged
  if (twin.verdict !== 'fail') return everyStep(twin)
  const exchanges = [...twin.exchanges, outcome.exchange]
  const reason = `the valid twin is refused: ${twin.received ?? request.twin}`
  return everyStep(follows(checkOf(plan, request.twin), reason, exchanges))
}

/** What is seen of the real service where a request is refused. */
const seenOf = ({ seen }: OperationPlan, { steps }: Refusable): ReturnType<OperationPlan['seen']> =>
  steps.refused === undefined ? {} : seen(steps.refused.id)

/** The check of the valid request with that key. */
const checkOf = ({ positives, common }: OperationPlan, twin: string): string =>
  (positives.find(({ key }) => key === twin)?.check ?? common.succeeds).id

const everyStep = (judged: Judgement): Steps<RefusalStep> => ({
  refused: judged,
  declared: judged,
  code: judged,
  reason: judged,
})
