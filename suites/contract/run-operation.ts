import type { JsonObject } from '../../specs/contract/json.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { ContractValidator } from '../client/contract-validator.ts'
import type { Interaction } from '../client/interaction.ts'
import { judgeShapes } from '../dsl/scenario-case.ts'
import { CheckFailed, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { judgeDone } from '../verdict/judge.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { hasFailed, unreached } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { openCallLog, type CallLog } from './call-log.ts'
import { judgeImplemented, probe } from './implemented.ts'
import { judgePositive, judgeStopped } from './judge-positive.ts'
import type { OperationPlan, Positive } from './plan.ts'
import { openPrerequisites } from './prerequisites.ts'
import { randomValues } from './random-values.ts'
import { requestBuilder, type RequestBuilder } from './request-builder.ts'
import { runNegatives } from './run-negatives.ts'
import { runPaging } from './run-paging.ts'

/** One operation on a context. */
export interface OperationRun {
  readonly plan: OperationPlan
  readonly context: CaseContext
  readonly calls: CallLog
  readonly validator: ContractValidator
  /** a builder in a new prerequisites */
  readonly newBuilder: () => Promise<RequestBuilder>
}

/** Asks everything of one operation, and records what it comes to. */
export async function runOperation(
  plan: OperationPlan,
  context: CaseContext,
  validator: ContractValidator,
): Promise<void> {
  const calls = openCallLog(plan, context)
  const operationRun = { plan, context, calls, validator, newBuilder: builders(plan, context) }
  try {
    await probe(operationRun)
    const minimal = await runMain(operationRun)
    const accepted = new Map([['minimal', minimal.judged]])
    for (const [key, judged] of await runPositives(operationRun, minimal)) accepted.set(key, judged)
    minimal.settle(accepted)
    await runPaging(operationRun, minimal.judged)
    // what looks at successes has nothing to look at
    if (calls.successes.length === 0) throw nothingSucceeded(plan, minimal.judged)
  } finally {
    judgeImplemented(operationRun)
    judgeAnswers(operationRun)
  }
}

const nothingSucceeded = ({ common }: OperationPlan, least: Judgement): Error => {
  const detail = 'nothing succeeded'
  return hasFailed(least)
    ? new CheckFailed(common.succeeds.id, detail)
    : new PrerequisiteMissing('SETUP_FAILED', detail)
}

/**
 * Worlds by turns: the first is in the case's own organization, each other one in an organization of its own. In a
 * given organization what the one before left is taken back first.
 */
const builders = (plan: OperationPlan, context: CaseContext): (() => Promise<RequestBuilder>) => {
  let count = 0
  return async () => {
    count += 1
    if (count > 1 && plan.template.writes) await context.actors.restore()
    // a list can be asked for although nothing is in it
    const sparse = plan.operation.pagination !== undefined
    const prerequisites = openPrerequisites(context, plan.template, { fresh: count > 1, sparse })
    const random = randomValues((context.seed + count) % 2 ** 32)
    return requestBuilder({ fields: plan.fields, template: plan.template, prerequisites, random })
  }
}

interface Main {
  /** where the least request was made */
  readonly builder: RequestBuilder
  readonly judged: Judgement
  /** decides the negatives, once it is known which of their twins are accepted */
  readonly settle: (accepted: ReadonlyMap<string, Judgement>) => void
}

/** Refusals first, the least valid request last, in worlds built alike: they differ in their faults alone. */
const runMain = async (operationRun: OperationRun): Promise<Main> => {
  const { plan, context, calls } = operationRun
  const { builder, settle } = await runNegatives(operationRun)
  const outcome = await calls.call(
    await builder.prerequisites.caller(),
    await builder.minimal(),
    false,
  )
  const judged = judgeDone(outcome)
  context.record(plan.common.succeeds.id, judged)
  if (plan.common.yields !== undefined)
    context.record(plan.common.yields.id, judgeYields(plan, outcome))
  return { builder, judged, settle }
}

const judgeYields = (plan: OperationPlan, outcome: Outcome<unknown>): Judgement => {
  const judged = judgeDone(outcome)
  if (outcome.kind === 'done' || outcome.kind === 'hollow') return judged
  const before = { id: plan.common.succeeds.id, judged }
  return unreached(before, 'nothing was answered that could hold it', [outcome.exchange])
}

/** The other valid requests: reads in the prerequisites of the least one, writes each in one of its own. */
const runPositives = async (
  operationRun: OperationRun,
  { builder, judged }: Main,
): Promise<readonly (readonly [string, Judgement])[]> => {
  const { plan, context } = operationRun
  const results: (readonly [string, Judgement])[] = []
  for (const positive of plan.positives) {
    const path = plan.template.writes ? await operationRun.newBuilder() : builder
    const result = await runPositive(operationRun, { positive, builder: path, minimal: judged })
    context.record(positive.check.id, result)
    results.push([positive.key, result])
  }
  return results
}

interface Asked {
  readonly positive: Positive
  readonly builder: RequestBuilder
  readonly minimal: Judgement
}

const runPositive = async (
  operationRun: OperationRun,
  { positive, builder, minimal }: Asked,
): Promise<Judgement> => {
  try {
    const caller = await builder.prerequisites.caller()
    const input: JsonObject = await positive.build(builder)
    ensureValid(operationRun, { positive, input })
    const outcome = await operationRun.calls.call(caller, input, false)
    return judgePositive(operationRun.plan, { positive, outcome }, minimal)
  } catch (error) {
    return judgeStopped(error)
  }
}

const ensureValid = (
  { validator, context, plan }: OperationRun,
  { positive, input }: { readonly positive: Positive; readonly input: JsonObject },
): void => {
  const violation = validator.input(plan.operation, input).find(context.client.isOwn)
  if (violation === undefined) return
  throw new Error(`${positive.key}: ${violation.keyword} fails at ${violation.pointer}`)
}

/** Every success is looked at, except where a wrong request got it. */
const judgeAnswers = ({ plan, context, calls }: OperationRun): void => {
  const { shape, headers } = plan.common
  const judged = judgeShapes(calls.successes)
  if (shape !== undefined && judged !== undefined) context.record(shape.id, judged)
  if (calls.successes.length > 0) context.record(headers.id, judgeHeaders(calls.successes))
}

const judgeHeaders = (successes: readonly Interaction[]): Judgement => {
  for (const { reply, exchange } of successes) {
    const received = reply.kind === 'output' ? reply.notes.join('; ') : ''
    const exchanges = [exchange.id]
    if (received !== '') return { verdict: 'fail', reason: received, received, exchanges }
  }
  return { verdict: 'pass', exchanges: [] }
}
