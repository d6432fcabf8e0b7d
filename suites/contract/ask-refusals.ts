import type { Actor } from '../actors/actor.ts'
import { isClientError } from '../verdict/codes.ts'
import { judgeRefusal } from '../verdict/judge.ts'
import type { Check } from '../verdict/verdict.ts'
import { stoppable, type Answered, type Stopped } from './answered.ts'
import { settleRefusals } from './judge-refusals.ts'
import type { OperationRun } from './operation-run.ts'
import type { Refusable } from './refusable.ts'
import { differences, takeSnapshot, type Snapshot } from './snapshot.ts'
import { judgeUnchanged, type Comparison } from './unchanged-check.ts'
import type { ValidRequests } from './valid-requests.ts'

/** Prerequisites that no request has touched yet. */
export interface Stage<R> {
  readonly send: (request: R) => Promise<Answered>
  /** who sees what the requests could change */
  readonly observer: () => Promise<Actor>
}

/** Requests that ought to be refused, and how they are sent. */
export interface Asking<R> {
  readonly requests: readonly R[]
  /** the check on whether they change something; nobody looks where it is not wanted */
  readonly unchanged: Check | undefined
  readonly open: () => Promise<Stage<R>>
  /** whether one that is refused for something else is sent again in a new stage: an earlier one may be why */
  readonly again: boolean
}

/** Requests that were sent, before their twins are known. */
export interface AskedRefusals {
  /** records what each of them comes to; sends the twins that were not sent yet */
  readonly settle: (valid: ValidRequests) => Promise<void>
}

/**
 * Sends requests that ought to be refused, in one stage for as long as it must be as it was. After one that may have
 * been carried out nobody can tell whose doing a change is: those that had been refused before it there are sent once
 * more, without it.
 */
export async function askRefusals<R extends Refusable>(
  run: OperationRun,
  asking: Asking<R>,
): Promise<AskedRefusals> {
  const { requests, unchanged, again } = asking
  if (requests.length === 0) return { settle: async () => {} }
  const stages = openStages(run, asking, await enter(run, asking))
  const answered = new Map<R, Answered>()
  for (const request of requests) {
    let outcome = await stages.send(request)
    if (again && isRefusedOtherwise(run, request, outcome)) {
      await stages.leave()
      outcome = await stages.send(request)
    }
    answered.set(request, outcome)
  }
  const comparisons = await stages.end()
  return {
    settle: async (valid) => {
      const undue = await settleRefusals(run, valid, answered)
      if (unchanged === undefined) return
      run.context.record(
        unchanged.id,
        await judgeUnchanged(run.plan, valid, { comparisons, undue }),
      )
    },
  }
}

interface Stages<R> {
  /** in the stage that is open, or in a new one; once there is none to be had, nothing more is sent */
  readonly send: (request: R) => Promise<Answered>
  /** compares what is to be seen with what was before, and closes the stage */
  readonly leave: () => Promise<void>
  /** what all comparisons show, once every refused request is in one of them */
  readonly end: () => Promise<readonly Comparison[]>
}

interface OpenStage<R> {
  readonly send: Stage<R>['send']
  readonly look: () => Promise<Snapshot>
  readonly before: Snapshot
  /** who was refused in it, with the exchange */
  readonly refused: Map<R, number>
}

const openStages = <R extends Refusable>(
  run: OperationRun,
  asking: Asking<R>,
  first: OpenStage<R>,
): Stages<R> => {
  let stage: OpenStage<R> | Stopped | undefined = first
  let owed: readonly R[] = []
  const comparisons: Comparison[] = []
  const send = async (request: R): Promise<Answered> => {
    stage ??= await stoppable(() => enter(run, asking))
    if ('kind' in stage) return stage
    const { refused } = stage
    const outcome = await stage.send(request)
    if (mayBeDone(run, request, outcome)) {
      owed = [...owed, ...refused.keys()]
      stage = undefined
    } else if (outcome.kind === 'refused') refused.set(request, outcome.exchange)
    return outcome
  }
  const leave = async (): Promise<void> => {
    const left = stage
    stage = undefined
    if (left === undefined || 'kind' in left || left.refused.size === 0) return
    const changes = differences(left.before, await left.look())
    comparisons.push({ refused: [...left.refused.values()], changes })
  }
  const sendOwed = async (): Promise<void> => {
    // it comes to an end: what may have been done is not owed again
    while (owed.length > 0) {
      const due = owed
      owed = []
      for (const request of due) await send(request)
    }
  }
  const end = async (): Promise<readonly Comparison[]> => {
    if (asking.unchanged !== undefined) await sendOwed()
    await leave()
    return comparisons
  }
  return { send, leave, end }
}

const enter = async <R>(
  { context }: OperationRun,
  { open, unchanged }: Asking<R>,
): Promise<OpenStage<R>> => {
  const { send, observer } = await open()
  const look = async (): Promise<Snapshot> =>
    unchanged === undefined ? new Map() : takeSnapshot(context.vendor, await observer())
  return { send, look, before: await look(), refused: new Map() }
}

/** What was not cleanly refused may have been done all the same, be it when it was sent first. */
const mayBeDone = (run: OperationRun, request: Refusable, outcome: Answered): boolean => {
  if (!run.plan.template.writes || outcome.kind === 'stopped') return false
  if (outcome.kind !== 'refused' || !isClientError(outcome.reply)) return true
  return outcome.repeated === true && isRefusedOtherwise(run, request, outcome)
}

/** Whether a write is refused, but not in the words of its own mistake. */
const isRefusedOtherwise = (
  { plan }: OperationRun,
  { refusals }: Refusable,
  outcome: Answered,
): boolean =>
  plan.template.writes &&
  outcome.kind === 'refused' &&
  judgeRefusal(plan.vendor, refusals, outcome).code.verdict !== 'pass'
