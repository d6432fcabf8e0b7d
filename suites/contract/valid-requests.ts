import type { Json } from '../../specs/contract/json.ts'
import { onceEach } from '../../specs/contract/once.ts'
import { judgeStopped } from '../verdict/cannot-go-on.ts'
import { judgeDone } from '../verdict/judge-done.ts'
import { judgeValid } from '../verdict/judge.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { unreached } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { judgePositive } from './judge-positive.ts'
import type { OperationRun } from './operation-run.ts'
import type { OperationPlan, Positive } from './plan.ts'
import { minimalKey } from './refusable.ts'
import type { RequestBuilder } from './request-builder.ts'

/** The valid requests of an operation. Each is sent once, when it is first asked for. */
export interface ValidRequests {
  /** The judgement of the minimal request, or of the positive with that key. Throws for a key that there is not. */
  readonly judged: (key: string) => Promise<Judgement>
}

/** Opens the valid requests of an operation; nothing is sent yet. */
export function openValidRequests(run: OperationRun): ValidRequests {
  const judged = onceEach((key: string): Promise<Judgement> => {
    if (key === minimalKey) return sendMinimal(run)
    const positive = run.plan.positives.find((one) => one.key === key)
    if (positive === undefined) throw new Error(`there is no valid request ${key}`)
    return sendPositive(run, positive, () => judged(minimalKey))
  })
  return { judged }
}

const sendMinimal = async (run: OperationRun): Promise<Judgement> => {
  const { context, plan } = run
  const { succeeds, yields } = plan.common
  const outcome = await sendValid(run, (builder) => builder.minimal())
  const judged = judgeValid(plan.vendor, outcome, plan.seen(succeeds.id).refuses)
  context.record(succeeds.id, judged)
  if (yields !== undefined) context.record(yields.id, judgeYields(plan, outcome, judged))
  return judged
}

/** How often a request is made whose answer is lost each time although it was done. */
const builds = 4

/** Sends a valid request; made anew, in prerequisites of its own, where it was done but its answer never came. */
const sendValid = async (
  run: OperationRun,
  build: (builder: RequestBuilder) => Promise<Json>,
): Promise<Outcome<unknown>> => {
  for (let count = 1; ; count += 1) {
    const builder = await run.builder('new organization')
    const caller = await builder.prerequisites.caller()
    const outcome = await run.calls.call(caller, await build(builder), false)
    if (outcome.kind !== 'unsettled' || outcome.unread !== true || count === builds) return outcome
  }
}

const validInput = async (
  run: OperationRun,
  positive: Positive,
  builder: RequestBuilder,
): Promise<Json> => {
  const input = await positive.build(builder)
  const violation = run.validator.input(run.plan.operation, input).find(run.context.client.isOwn)
  if (violation !== undefined)
    throw new Error(`${positive.key}: ${violation.keyword} fails at ${violation.pointer}`)
  return input
}

const judgeYields = (
  { common }: OperationPlan,
  outcome: Outcome<unknown>,
  succeeds: Judgement,
): Judgement => {
  if (outcome.kind === 'done' || outcome.kind === 'hollow') return judgeDone(outcome)
  const before = { id: common.succeeds.id, judged: succeeds }
  return unreached(before, 'nothing was answered that could hold it', [outcome.exchange])
}

const sendPositive = async (
  run: OperationRun,
  positive: Positive,
  minimal: () => Promise<Judgement>,
): Promise<Judgement> => {
  const judged = await judgedPositive(run, positive, minimal)
  run.context.record(positive.check.id, judged)
  return judged
}

const judgedPositive = async (
  run: OperationRun,
  positive: Positive,
  minimal: () => Promise<Judgement>,
): Promise<Judgement> => {
  try {
    const outcome = await sendValid(run, (builder) => validInput(run, positive, builder))
    return await judgePositive(run.plan, { positive, outcome }, minimal)
  } catch (error) {
    return judgeStopped(error)
  }
}
