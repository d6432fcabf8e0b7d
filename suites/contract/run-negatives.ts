import type { JsonObject } from '../../specs/contract/json.ts'
import { judgeRefusal, type RefusalStep } from '../verdict/judge.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { judgedSteps, type Steps } from '../verdict/steps.ts'
import { follows } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { changed, valueAt } from './json-path.ts'
import { judgeStopped } from './judge-positive.ts'
import type { Negative, OperationPlan } from './plan.ts'
import { disproof } from './prove-negative.ts'
import type { RequestBuilder } from './request-builder.ts'
import type { OperationRun } from './run-operation.ts'
import { openUnchangedCheck } from './unchanged-check.ts'

/** What the negatives came to, before their twins are known. */
export interface NegativesRun {
  /** where writing, a prerequisites that none of them touched */
  readonly builder: RequestBuilder
  readonly settle: (accepted: ReadonlyMap<string, Judgement>) => void
}

type Heard = Outcome<unknown> | { readonly kind: 'stopped'; readonly judged: Judgement }

/** Sends every request that ought to be refused. What is accepted after all costs a new prerequisites. */
export async function runNegatives(operationRun: OperationRun): Promise<NegativesRun> {
  const { plan, context } = operationRun
  const heard = new Map<Negative, Heard>()
  let builder = await operationRun.newBuilder()
  const watch = openUnchangedCheck(operationRun)
  await watch.start(builder)
  const anew = async (): Promise<void> => {
    builder = await operationRun.newBuilder()
    await watch.start(builder)
  }
  for (const negative of plan.negatives) {
    let outcome = await ask(operationRun, builder, negative)
    // a wrong code may come from what an earlier refusal did all the same: a new prerequisites shows
    if (isMisnamed(operationRun, negative, outcome)) {
      await anew()
      outcome = await ask(operationRun, builder, negative)
    }
    heard.set(negative, outcome)
    if (outcome.kind === 'refused') watch.refused(outcome.exchange)
    if (isUnclean(operationRun, outcome)) await anew()
  }
  await watch.end(builder)
  return {
    builder: plan.template.writes ? await operationRun.newBuilder() : builder,
    settle: (accepted) => {
      const { unchanged } = plan.common
      if (unchanged !== undefined)
        context.record(unchanged.id, watch.judged(accepted.get('minimal')))
      for (const [negative, outcome] of heard) {
        const judged = settleNegative(operationRun, { negative, outcome, accepted })
        for (const [id, judgement] of judgedSteps(judged, (step) => negative.steps[step]?.id)) {
          context.record(id, judgement)
        }
      }
    },
  }
}

const isMisnamed = ({ plan }: OperationRun, { refusals }: Negative, outcome: Heard): boolean =>
  plan.template.writes &&
  outcome.kind === 'refused' &&
  judgeRefusal(plan.vendor, refusals, outcome).code.verdict !== 'pass'

/** What was not cleanly refused may have been done all the same. */
const isUnclean = ({ plan }: OperationRun, { kind }: Heard): boolean =>
  plan.template.writes && kind !== 'refused' && kind !== 'stopped'

/** The input of a negative: its twin, but for the fault. */
export async function spoiled(
  builder: RequestBuilder,
  { field, spoil }: Negative,
): Promise<JsonObject> {
  const twin = field.token ? await builder.minimal() : await builder.with(field)
  return changed(twin, field.path, spoil(valueAt(twin, field.path) ?? '', builder.random))
}

const ask = async (
  { plan, context, calls, validator }: OperationRun,
  builder: RequestBuilder,
  negative: Negative,
): Promise<Heard> => {
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

interface Settled {
  readonly negative: Negative
  readonly outcome: Heard
  readonly accepted: ReadonlyMap<string, Judgement>
}

/** A refusal counts only when the same request without the fault is accepted. */
const settleNegative = (
  { plan }: OperationRun,
  { negative, outcome, accepted }: Settled,
): Steps<RefusalStep> => {
  if (outcome.kind === 'stopped') return everyStep(outcome.judged)
  const twin = accepted.get(negative.twin)
  if (twin === undefined) throw new Error(`${negative.key} has no twin ${negative.twin}`)
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
