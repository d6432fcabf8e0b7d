import type { Actor } from '../actors/actor.ts'
import { absence } from '../case/absence.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { stoppable, type Stopped } from './answered.ts'
import { judgeGroup, openRefusals, settleAnswers, type Group } from './ask-refusals.ts'
import type { WrongCaller } from './caller-checks.ts'
import type { OperationRun } from './operation-run.ts'
import { minimalKey } from './refusable.ts'
import type { RequestBuilder } from './request-builder.ts'
import type { RequestSelection } from './select-requests.ts'
import type { Stage } from './stages.ts'
import { hadRight } from './strangers.ts'
import type { ValidRequests } from './valid-requests.ts'

/**
 * Has the least valid request sent by everybody who may not send it. That they are refused counts only where the same
 * request is accepted from who may: the least valid request itself, in prerequisites built alike. Answers whether they
 * changed something; undefined where nobody asks.
 */
export async function runCallers(
  run: OperationRun,
  selection: RequestSelection,
  valid: ValidRequests,
): Promise<Judgement | undefined> {
  const { callers, callerSnapshots } = selection
  if (callers.length === 0) return undefined
  let opened = false
  const asked = await openRefusals(run, {
    requests: callers,
    compared: callerSnapshots,
    again: () => false,
    open: async (wrong) => {
      // what a read has made is taken back below, and its twin is asked before that
      if (opened && !run.plan.template.writes) await valid.judged(minimalKey)
      const builder = await (opened ? run.anew() : run.builder('new organization'))
      opened = true
      return stageOfCallers(run, builder, wrong)
    },
  })
  await asked.send(callers)
  const settling = { asked, group: callersOf(run, selection) }
  const comparisons = await asked.compare()
  const undue = await settleAnswers(run, valid, settling)
  return judgeGroup(run, valid, { ...settling, comparisons, undue })
}

/** The calls of those who may not call. */
export function callersOf(
  { plan }: OperationRun,
  { callers, callerSnapshots }: RequestSelection,
): Group<WrongCaller> {
  return { requests: callers, unchanged: callerSnapshots ? plan.callers.unchanged : undefined }
}

/** Everybody is there before any of them has called, but for those whose account has another part. */
export async function stageOfCallers(
  run: OperationRun,
  { prerequisites, minimal }: RequestBuilder,
  callers: readonly WrongCaller[],
): Promise<Stage<WrongCaller>> {
  const { context, calls } = run
  // where accounts are given, what the request needs comes first
  await prerequisites.caller()
  const actors = new Map<WrongCaller, Actor | Stopped>()
  const lacking = new Set<WrongCaller>()
  for (const wrong of callers) {
    const absent = absence(context, wrong.needs)
    const actor =
      absent === undefined
        ? await stoppable(() => prerequisites.stranger(wrong.who))
        : ({ kind: 'stopped', judged: absent } as const)
    actors.set(wrong, actor)
    if (isBusyElsewhere(run, actor)) lacking.add(wrong)
  }
  return {
    observer: prerequisites.owner,
    lacking,
    send: async (wrong) => {
      const actor = actors.get(wrong)
      if (actor === undefined) throw new Error(`nobody acts as the ${wrong.who}`)
      if ('kind' in actor) return actor
      const outcome = await stoppable(async () => calls.call(actor, await minimal(), true))
      if (outcome.kind === 'done') tellIntrusion(run, wrong)
      return outcome
    },
  }
}

/** Whether somebody could act, were they not here already as somebody else. */
const isBusyElsewhere = ({ context }: OperationRun, actor: Actor | Stopped): boolean =>
  'kind' in actor && actor.judged.code === 'NO_PRINCIPAL' && context.actors.spent()

/** That somebody is let in who never had the right stands, whatever a later play comes to. */
const tellIntrusion = ({ context, plan }: OperationRun, { who, steps }: WrongCaller): void => {
  const { mode } = context.target.accounts
  if (steps.refused === undefined || hadRight(plan.operation.caller, who, mode)) return
  context.intruded(steps.refused.id)
}
