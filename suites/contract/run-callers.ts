import type { Actor } from '../actors/actor.ts'
import { absence } from '../case/absence.ts'
import { judgeRefusal } from '../verdict/judge.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { RefusalStep } from '../verdict/refusal-step.ts'
import { judgedSteps, type Steps } from '../verdict/steps.ts'
import { follows } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { WrongCaller } from './caller-checks.ts'
import { judgeStopped } from './judge-positive.ts'
import type { OperationRun } from './operation-run.ts'
import { minimalKey } from './plan.ts'
import type { RequestBuilder } from './request-builder.ts'
import { everyStep } from './run-negatives.ts'
import type { RequestSelection } from './select-requests.ts'
import { hadRight } from './strangers.ts'
import { openUnchangedCheck } from './unchanged-check.ts'
import type { ValidRequests } from './valid-requests.ts'

interface Stopped {
  readonly kind: 'stopped'
  readonly judged: Judgement
}

/** Prerequisites with everybody in them who is to be refused, before any of them has called. */
interface Peopled {
  readonly builder: RequestBuilder
  readonly actorFor: (wrong: WrongCaller) => Actor | Stopped
}

/**
 * Has the least valid request sent by everybody who may not send it. That they are refused counts only where the same
 * request is accepted from who may: the least valid request itself, in prerequisites built alike. A write that is
 * accepted may spoil what the next one is about: that one is sent in new prerequisites.
 */
export async function runCallers(
  run: OperationRun,
  { callers, callerSnapshots }: RequestSelection,
  valid: ValidRequests,
): Promise<void> {
  if (callers.length === 0) return
  const check = callerSnapshots ? run.plan.callers.unchanged : undefined
  const unchanged = openUnchangedCheck(run, check, ({ prerequisites }) => prerequisites.owner())
  const startAnew = async (): Promise<Peopled> => {
    const builder = await run.builder('new organization')
    const peopled = await people(run, builder, callers)
    await unchanged.start(builder)
    return peopled
  }
  let peopled = await startAnew()
  let accepted: string | undefined
  for (const wrong of callers) {
    const outcome = await send(run, peopled, wrong)
    if (outcome.kind === 'refused') unchanged.refused(outcome.exchange)
    if (outcome.kind === 'done') accepted = wrong.steps.refused?.id
    await settle(run, valid, { wrong, outcome })
    if (isUnclean(run, outcome)) peopled = await startAnew()
  }
  await unchanged.end(peopled.builder)
  await unchanged.settle(valid, accepted)
}

/** What was not cleanly refused may have been done all the same. */
const isUnclean = ({ plan }: OperationRun, { kind }: Outcome<unknown> | Stopped): boolean =>
  plan.template.writes && kind !== 'refused' && kind !== 'stopped'

const people = async (
  { context }: OperationRun,
  builder: RequestBuilder,
  callers: readonly WrongCaller[],
): Promise<Peopled> => {
  const actors = new Map<WrongCaller, Actor | Stopped>()
  for (const wrong of callers) {
    const absent = absence(context, wrong.needs)
    actors.set(
      wrong,
      absent === undefined
        ? await stoppable(() => builder.prerequisites.stranger(wrong.who))
        : { kind: 'stopped', judged: absent },
    )
  }
  return {
    builder,
    actorFor: (wrong) => {
      const actor = actors.get(wrong)
      if (actor === undefined) throw new Error(`nobody acts as the ${wrong.who}`)
      return actor
    },
  }
}

const stoppable = async <T>(act: () => Promise<T>): Promise<T | Stopped> => {
  try {
    return await act()
  } catch (error) {
    return { kind: 'stopped', judged: judgeStopped(error) }
  }
}

const send = async (
  { calls }: OperationRun,
  { builder, actorFor }: Peopled,
  wrong: WrongCaller,
): Promise<Outcome<unknown> | Stopped> => {
  const actor = actorFor(wrong)
  if ('kind' in actor) return actor
  return stoppable(async () => {
    await builder.prerequisites.caller()
    return calls.call(actor, await builder.minimal(), true)
  })
}

interface Sent {
  readonly wrong: WrongCaller
  readonly outcome: Outcome<unknown> | Stopped
}

const settle = async (
  run: OperationRun,
  valid: ValidRequests,
  { wrong, outcome }: Sent,
): Promise<void> => {
  const judged = await judgeSent(run, valid, { wrong, outcome })
  for (const [id, judgement] of judgedSteps(judged, (step) => wrong.steps[step]?.id)) {
    run.context.record(id, judgement)
  }
  if (outcome.kind === 'done') tellIntrusion(run, wrong)
}

const tellIntrusion = ({ context, plan }: OperationRun, { who, steps }: WrongCaller): void => {
  const { mode } = context.target.accounts
  if (steps.refused === undefined || hadRight(plan.operation.caller, who, mode)) return
  context.intruded(steps.refused.id)
}

const judgeSent = async (
  { plan }: OperationRun,
  valid: ValidRequests,
  { wrong, outcome }: Sent,
): Promise<Steps<RefusalStep>> => {
  if (outcome.kind === 'stopped') return everyStep(outcome.judged)
  // what is accepted from the wrong one is wrong, whatever becomes of the right one
  if (outcome.kind === 'done') return judgeRefusal(plan.vendor, wrong.refusals, outcome)
  const twin = await valid.judged(minimalKey)
  if (twin.verdict === 'pass') return judgeRefusal(plan.vendor, wrong.refusals, outcome)
  if (twin.verdict !== 'fail') return everyStep(twin)
  const exchanges = [...twin.exchanges, outcome.exchange]
  const reason = `who may call it is refused, too: ${twin.received ?? minimalKey}`
  return everyStep(follows(plan.common.succeeds.id, reason, exchanges))
}
