import type { JsonObject } from '../../specs/contract/json.ts'
import { judgeRefusal, type RefusalStep } from '../verdict/judge.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { judgedSteps, type Steps } from '../verdict/steps.ts'
import { follows } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { changed, valueAt } from './json-path.ts'
import { judgeStopped } from './judge-positive.ts'
import type { OperationRun } from './operation-run.ts'
import type { Negative, OperationPlan } from './plan.ts'
import { disproof } from './prove-negative.ts'
import type { RequestBuilder } from './request-builder.ts'
import type { RequestSelection } from './select-requests.ts'
import { openUnchangedCheck } from './unchanged-check.ts'
import type { ValidRequests } from './valid-requests.ts'

/** The negatives that were sent, before their twins are known. */
export interface SentNegatives {
  /** records what each of them comes to; sends the twins that were not sent yet */
  readonly settle: (valid: ValidRequests) => Promise<void>
}

type Answered = Outcome<unknown> | { readonly kind: 'stopped'; readonly judged: Judgement }

/**
 * A refusal shows nothing by itself: it counts only when the same request without its fault is accepted. So all faulty
 * requests are sent first, in one set of prerequisites that must stay as it was, and are judged beside their twins later.
 */
export async function runNegatives(
  run: OperationRun,
  { negatives, snapshots }: Pick<RequestSelection, 'negatives' | 'snapshots'>,
): Promise<SentNegatives> {
  const answered = new Map<Negative, Answered>()
  if (negatives.length === 0) return { settle: () => Promise.resolve() }
  const unchanged = openUnchangedCheck(run, snapshots)
  let builder = await run.builder('case organization')
  await unchanged.start(builder)
  const startAnew = async (): Promise<void> => {
    builder = await run.newBuilder('new organization')
    await unchanged.start(builder)
  }
  for (const negative of negatives) {
    let outcome = await send(run, builder, negative)
    // a wrong code may come from what an earlier refusal did all the same: new prerequisites show
    if (isMisnamed(run, negative, outcome)) {
      await startAnew()
      outcome = await send(run, builder, negative)
    }
    answered.set(negative, outcome)
    if (outcome.kind === 'refused') unchanged.refused(outcome.exchange)
    if (isUnclean(run, outcome)) await startAnew()
  }
  await unchanged.end(builder)
  return {
    settle: async (valid) => {
      await unchanged.settle(valid)
      for (const [negative, outcome] of answered) {
        if (isWanted(run, negative)) await settle(run, valid, { negative, outcome })
      }
    },
  }
}

/** Negatives are sent for what they change, too: whoever wants only that needs none of their twins. */
const isWanted = ({ context }: OperationRun, { steps }: Negative): boolean =>
  Object.values(steps).some(({ id }) => context.wanted(id))

const isMisnamed = ({ plan }: OperationRun, { refusals }: Negative, outcome: Answered): boolean =>
  plan.template.writes &&
  outcome.kind === 'refused' &&
  judgeRefusal(plan.vendor, refusals, outcome).code.verdict !== 'pass'

/** What was not cleanly refused may have been done all the same. */
const isUnclean = ({ plan }: OperationRun, { kind }: Answered): boolean =>
  plan.template.writes && kind !== 'refused' && kind !== 'stopped'

/** The input of a negative: its twin, but for the fault. */
export async function spoiled(
  builder: RequestBuilder,
  { key, field, spoil }: Negative,
): Promise<JsonObject> {
  const valid = field.token ? await builder.minimal() : await builder.with(field)
  const right = valueAt(valid, field.path) ?? ''
  return changed(valid, field.path, spoil(right, builder.random(key)))
}

const send = async (
  { plan, context, calls, validator }: OperationRun,
  builder: RequestBuilder,
  negative: Negative,
): Promise<Answered> => {
  try {
    const caller = await builder.prerequisites.caller()
    const input = await spoiled(builder, negative)
    const problem = disproof(validator, plan.operation, {
      negative,
      input,
      isOwn: context.client.isOwn,
    })
    if (problem !== undefined) throw new Error(`${negative.key} is no such fault: ${problem}`)
    return await calls.call(caller, input, true)
  } catch (error) {
    return { kind: 'stopped', judged: judgeStopped(error) }
  }
}

interface SentNegative {
  readonly negative: Negative
  readonly outcome: Answered
}

const settle = async (
  run: OperationRun,
  valid: ValidRequests,
  sent: SentNegative,
): Promise<void> => {
  const judged = await judgeSent(run, valid, sent)
  for (const [id, judgement] of judgedSteps(judged, (step) => sent.negative.steps[step]?.id)) {
    run.context.record(id, judgement)
  }
}

const judgeSent = async (
  { plan }: OperationRun,
  valid: ValidRequests,
  { negative, outcome }: SentNegative,
): Promise<Steps<RefusalStep>> => {
  if (outcome.kind === 'stopped') return everyStep(outcome.judged)
  const twin = await valid.judged(negative.twin)
  if (twin.verdict === 'pass') return judgeRefusal(plan.vendor, negative.refusals, outcome)
  if (twin.verdict !== 'fail') return everyStep(twin)
  const exchanges = [...twin.exchanges, outcome.exchange]
  const reason = `the valid twin is refused: ${twin.received ?? negative.twin}`
  return everyStep(follows(checkOf(plan, negative.twin), reason, exchanges))
}

/** The check of the valid request with that key. */
const checkOf = ({ positives, common }: OperationPlan, twin: string): string =>
  (positives.find(({ key }) => key === twin)?.check ?? common.succeeds).id

const everyStep = (judged: Judgement): Steps<RefusalStep> => ({
  refused: judged,
  declared: judged,
  code: judged,
  reason: judged,
})
