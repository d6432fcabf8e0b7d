import type { JsonObject } from '../../specs/contract/json.ts'
import { Unmet } from '../verdict/cannot-go-on.ts'
import { judgeDone } from '../verdict/judge.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { judgeShapes } from '../dsl/scenario-case.ts'
import type { Stage } from '../case/case-context.ts'
import type { Talk } from '../client/interaction.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { ContractValidator } from '../client/contract-validator.ts'
import { openBench, type Bench } from './request-builder.ts'
import { drawFrom } from './random-values.ts'
import { judgeImplemented, probe } from './implemented.ts'
import { judgePositive, judgeStopped } from './judge-positive.ts'
import { playNegatives } from './run-negatives.ts'
import { playPaging } from './run-paging.ts'
import type { OperationPlan, Positive } from './plan.ts'
import { openSpeech, type Speech } from './call-log.ts'
import { openWorld } from './prerequisites.ts'

/** One operation on a stage. */
export interface Performance {
  readonly plan: OperationPlan
  readonly stage: Stage
  readonly speech: Speech
  readonly validator: ContractValidator
  /** a bench in a new world */
  readonly bench: () => Promise<Bench>
}

/** Asks everything of one operation, and records what it comes to. */
export async function playOperation(
  plan: OperationPlan,
  stage: Stage,
  validator: ContractValidator,
): Promise<void> {
  const speech = openSpeech(plan, stage)
  const performance = { plan, stage, speech, validator, bench: benches(plan, stage) }
  try {
    await probe(performance)
    const minimal = await playMain(performance)
    const accepted = new Map([['minimal', minimal.judged]])
    for (const [key, judged] of await playPositives(performance, minimal)) accepted.set(key, judged)
    minimal.settle(accepted)
    await playPaging(performance, minimal.judged)
    // what looks at successes has nothing to look at
    if (speech.successes.length === 0) throw new Unmet('SETUP_FAILED', 'nothing succeeded')
  } finally {
    judgeImplemented(performance)
    judgeAnswers(performance)
  }
}

/**
 * Worlds by turns: the first is in the case's own organization, each other one in an organization of its own. In a
 * given organization what the one before left is taken back first.
 */
const benches = (plan: OperationPlan, stage: Stage): (() => Promise<Bench>) => {
  let count = 0
  return async () => {
    count += 1
    if (count > 1 && plan.setting.writes) await stage.cast.restore()
    // a list can be asked for although nothing is in it
    const sparse = plan.operation.pagination !== undefined
    const world = openWorld(stage, plan.setting, { fresh: count > 1, sparse })
    const draw = drawFrom((stage.seed + count) % 2 ** 32)
    return openBench({ sites: plan.sites, setting: plan.setting, world, draw })
  }
}

interface Main {
  /** where the least request was made */
  readonly bench: Bench
  readonly judged: Judgement
  /** decides the negatives, once it is known which of their twins are accepted */
  readonly settle: (accepted: ReadonlyMap<string, Judgement>) => void
}

/** Refusals first, the least valid request last, in worlds built alike: they differ in their faults alone. */
const playMain = async (performance: Performance): Promise<Main> => {
  const { plan, stage, speech } = performance
  const { bench, settle } = await playNegatives(performance)
  const outcome = await speech.say(await bench.world.caller(), await bench.minimal(), false)
  const judged = judgeDone(outcome)
  stage.record(plan.common.succeeds.id, judged)
  if (plan.common.yields !== undefined) stage.record(plan.common.yields.id, judgeYields(outcome))
  return { bench, judged, settle }
}

const judgeYields = (outcome: Outcome<unknown>): Judgement => {
  if (outcome.kind === 'done' || outcome.kind === 'hollow') return judgeDone(outcome)
  const reason = 'SETUP_FAILED: nothing was answered that could hold it'
  return { verdict: 'untestable', reason, exchanges: [outcome.exchange] }
}

/** The other valid requests: reads in the world of the least one, writes each in one of its own. */
const playPositives = async (
  performance: Performance,
  { bench, judged }: Main,
): Promise<readonly (readonly [string, Judgement])[]> => {
  const { plan, stage } = performance
  const results: (readonly [string, Judgement])[] = []
  for (const positive of plan.positives) {
    const place = plan.setting.writes ? await performance.bench() : bench
    const result = await playPositive(performance, { positive, bench: place, minimal: judged })
    stage.record(positive.check.id, result)
    results.push([positive.key, result])
  }
  return results
}

interface Asked {
  readonly positive: Positive
  readonly bench: Bench
  readonly minimal: Judgement
}

const playPositive = async (
  performance: Performance,
  { positive, bench, minimal }: Asked,
): Promise<Judgement> => {
  try {
    const caller = await bench.world.caller()
    const input: JsonObject = await positive.build(bench)
    ensureValid(performance, { positive, input })
    const outcome = await performance.speech.say(caller, input, false)
    return judgePositive(performance.plan, { positive, outcome }, minimal)
  } catch (error) {
    return judgeStopped(error)
  }
}

const ensureValid = (
  { validator, stage, plan }: Performance,
  { positive, input }: { readonly positive: Positive; readonly input: JsonObject },
): void => {
  const violation = validator.input(plan.operation, input).find(stage.client.isOwn)
  if (violation === undefined) return
  throw new Error(`${positive.key}: ${violation.keyword} fails at ${violation.pointer}`)
}

/** Every success is looked at, except where a wrong request got it. */
const judgeAnswers = ({ plan, stage, speech }: Performance): void => {
  const { shape, headers } = plan.common
  const judged = judgeShapes(speech.successes)
  if (shape !== undefined && judged !== undefined) stage.record(shape.id, judged)
  if (speech.successes.length > 0) stage.record(headers.id, judgeHeaders(speech.successes))
}

const judgeHeaders = (successes: readonly Talk[]): Judgement => {
  for (const { reply, exchange } of successes) {
    const received = reply.kind === 'output' ? reply.notes.join('; ') : ''
    const exchanges = [exchange.id]
    if (received !== '') return { verdict: 'fail', reason: received, received, exchanges }
  }
  return { verdict: 'pass', exchanges: [] }
}
