import type { Actor } from '../actors/actor.ts'
import { differences, takeSnapshot, type Snapshot } from '../dsl/snapshot.ts'
import { isClientError } from '../verdict/codes.ts'
import { judgeRefusal } from '../verdict/judge.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import { stoppable, type Answered, type Stopped } from './answered.ts'
import { settleRefusals } from './judge-refusals.ts'
import type { OperationRun } from './operation-run.ts'
import type { Refusable } from './refusable.ts'
import { judgeUnchanged, type Comparison } from './unchanged-check.ts'
import type { ValidRequests } from './valid-requests.ts'

/** Prerequisites that no request has touched yet. */
export interface Stage<R> {
  readonly send: (request: R) => Promise<Answered>
  /** who sees what the requests could change */
  readonly observer: () => Promise<Actor>
  /** requests that nobody can send here, and perhaps somebody in another stage; none unless said */
  readonly lacking?: ReadonlySet<R>
}

/** Requests that ought to be refused, and how they are sent. */
export interface Asking<R> {
  readonly requests: readonly R[]
  /** the check on whether they change something; nobody looks where it is not wanted */
  readonly unchanged: Check | undefined
  /** opens a stage for requests that are still to be sent */
  readonly open: (due: readonly R[]) => Promise<Stage<R>>
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
  const stages = openStages(run, asking, await enter(run, asking, requests))
  const answered = new Map<R, Answered>()
  await sendAll(stages, requests, async (request) => {
    let outcome = await stages.send(request)
    if (again && isRefusedOtherwise(run, request, outcome)) {
      await stages.leave()
      outcome = await stages.send(request)
    }
    answered.set(request, outcome)
  })
  const comparisons = await endAll(stages, asking)
  return {
    settle: async (valid) => {
      const undue = await settleRefusals(run, valid, {
        answered,
        again: (request) => stoppable(async () => (await asking.open([request])).send(request)),
      })
      if (unchanged === undefined) return
      const judged =
        unsent(answered) ?? (await judgeUnchanged(run.plan, valid, { comparisons, undue }))
      run.context.record(unchanged.id, judged)
    },
  }
}

/** Why none of them was sent at all; undefined where any was. */
const unsent = (answered: ReadonlyMap<unknown, Answered>): Judgement | undefined => {
  const stops = [...answered.values()].map((one) =>
    one.kind === 'stopped' ? one.judged : undefined,
  )
  return stops.includes(undefined) ? undefined : stops[0]
}

interface Stages<R> {
  /** opens a stage for requests where none is open; answers those that lack somebody in it */
  readonly enter: (due: readonly R[]) => Promise<ReadonlySet<R>>
  /** in the stage that is open, or in a new one; once there is none to be had, nothing more is sent */
  readonly send: (request: R) => Promise<Answered>
  /** compares what is to be seen with what was before, and closes the stage */
  readonly leave: () => Promise<void>
  /** those that were refused in a stage that can not be compared any more, each told once */
  readonly owed: () => readonly R[]
  readonly comparisons: readonly Comparison[]
}

/** Those that lack somebody in a stage come after the others, in one of their own. */
const sendAll = async <R>(
  stages: Stages<R>,
  requests: readonly R[],
  send: (request: R) => Promise<unknown>,
): Promise<void> => {
  let due = requests
  while (due.length > 0) {
    const lacking = await stages.enter(due)
    const able = due.filter((request) => !lacking.has(request))
    const now = able.length > 0 ? able : due
    for (const request of now) await send(request)
    due = due.filter((request) => !now.includes(request))
    if (due.length > 0) await stages.leave()
  }
}

/** What all comparisons show, once every refused request is in one of them. */
const endAll = async <R>(
  stages: Stages<R>,
  { unchanged }: Asking<R>,
): Promise<readonly Comparison[]> => {
  if (unchanged !== undefined) {
    // it comes to an end: what may have been done is not owed again
    for (let owed = stages.owed(); owed.length > 0; owed = stages.owed()) {
      await sendAll(stages, owed, stages.send)
    }
  }
  await stages.leave()
  return stages.comparisons
}

interface OpenStage<R> {
  readonly send: Stage<R>['send']
  readonly look: () => Promise<Snapshot>
  readonly before: Snapshot
  readonly lacking: ReadonlySet<R>
  /** who was refused in it, with the exchange */
  readonly refused: Map<R, number>
}

const openStages = <R extends Refusable>(
  run: OperationRun,
  asking: Asking<R>,
  first: OpenStage<R>,
): Stages<R> => {
  let stage: OpenStage<R> | Stopped | undefined = first
  let due = asking.requests
  let owed: readonly R[] = []
  const comparisons: Comparison[] = []
  const entered = async (): Promise<OpenStage<R> | Stopped> =>
    (stage ??= await stoppable(() => enter(run, asking, due)))
  const send = async (request: R): Promise<Answered> => {
    const here = await entered()
    if ('kind' in here) return here
    const outcome = await here.send(request)
    if (mayBeDone(run, request, outcome)) {
      owed = [...owed, ...here.refused.keys()]
      stage = undefined
    } else if (outcome.kind === 'refused') here.refused.set(request, outcome.exchange)
    return outcome
  }
  const leave = async (): Promise<void> => {
    const left = stage
    stage = undefined
    if (left === undefined || 'kind' in left || left.refused.size === 0) return
    const changes = differences(left.before, await left.look())
    comparisons.push({ refused: [...left.refused.values()], changes })
  }
  const enterFor = async (requests: readonly R[]): Promise<ReadonlySet<R>> => {
    due = requests
    return lackingIn(await entered())
  }
  const takeOwed = (): readonly R[] => {
    const taken = owed
    owed = []
    return taken
  }
  return { enter: enterFor, send, leave, owed: takeOwed, comparisons }
}

const lackingIn = <R>(stage: OpenStage<R> | Stopped): ReadonlySet<R> =>
  'kind' in stage ? new Set() : stage.lacking

const enter = async <R>(
  { context }: OperationRun,
  { open, unchanged }: Asking<R>,
  due: readonly R[],
): Promise<OpenStage<R>> => {
  const { send, observer, lacking = new Set() } = await open(due)
  const look = async (): Promise<Snapshot> =>
    unchanged === undefined ? new Map() : takeSnapshot(context.vendor, await observer())
  return { send, look, lacking, before: await look(), refused: new Map() }
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
