import type { Actor } from '../actors/actor.ts'
import { differences, takeSnapshot, type Snapshot } from '../dsl/snapshot.ts'
import { isClientError } from '../verdict/codes.ts'
import { judgeRefusal } from '../verdict/judge.ts'
import { stoppable, type Answered, type Stopped } from './answered.ts'
import type { OperationRun } from './operation-run.ts'
import type { Refusable } from './refusable.ts'
import type { Comparison } from './unchanged-check.ts'

/** Prerequisites that no request has touched yet. */
export interface Stage<R> {
  readonly send: (request: R) => Promise<Answered>
  /** who sees what the requests could change */
  readonly observer: () => Promise<Actor>
  /** requests that nobody can send here, and perhaps somebody in another stage; none unless said */
  readonly lacking?: ReadonlySet<R>
}

/** What is sent in stages, and how one is opened. */
export interface StageParts<R> {
  readonly requests: readonly R[]
  /** whether somebody looks at what is to be seen before and after */
  readonly compared: boolean
  /** opens a stage for requests that are still to be sent */
  readonly open: (due: readonly R[]) => Promise<Stage<R>>
}

/** One stage after another, one of them open at most. */
export interface Stages<R> {
  /** opens a stage for requests where none is open that was opened for all of them; answers those that lack somebody in it */
  readonly enter: (due: readonly R[]) => Promise<ReadonlySet<R>>
  /** in the stage that is open, or in a new one; once there is none to be had, nothing more is sent */
  readonly send: (request: R) => Promise<Answered>
  /** compares what is to be seen with what was before, and closes the stage */
  readonly leave: () => Promise<void>
  /** those that were refused in a stage that can not be compared any more, each told once */
  readonly owed: () => readonly R[]
  readonly comparisons: readonly Comparison<R>[]
}

interface OpenStage<R> {
  readonly send: Stage<R>['send']
  readonly look: () => Promise<Snapshot>
  readonly before: Snapshot
  /** what it was opened for */
  readonly due: readonly R[]
  readonly lacking: ReadonlySet<R>
  /** who was refused in it, with the exchange */
  readonly refused: Map<R, number>
}

/** Opens the first stage; throws where there is none to be had. */
export async function openStages<R extends Refusable>(
  run: OperationRun,
  parts: StageParts<R>,
): Promise<Stages<R>> {
  let stage: OpenStage<R> | Stopped | undefined = await enter(run, parts, parts.requests)
  let due = parts.requests
  let owed: readonly R[] = []
  const comparisons: Comparison<R>[] = []
  const entered = async (): Promise<OpenStage<R> | Stopped> =>
    (stage ??= await stoppable(() => enter(run, parts, due)))
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
    comparisons.push({ refused: left.refused, changes })
  }
  const enterFor = async (requests: readonly R[]): Promise<ReadonlySet<R>> => {
    if (stage !== undefined && !isFor(stage, requests)) await leave()
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

/** Whether whoever sends them is there. */
const isFor = <R>(stage: OpenStage<R> | Stopped, requests: readonly R[]): boolean =>
  'kind' in stage || requests.every((request) => stage.due.includes(request))

const lackingIn = <R>(stage: OpenStage<R> | Stopped): ReadonlySet<R> =>
  'kind' in stage ? new Set() : stage.lacking

const enter = async <R>(
  { context }: OperationRun,
  { open, compared }: StageParts<R>,
  due: readonly R[],
): Promise<OpenStage<R>> => {
  const { send, observer, lacking = new Set() } = await open(due)
  const look = async (): Promise<Snapshot> =>
    !compared ? new Map() : takeSnapshot(context.vendor, await observer())
  return { send, look, lacking, due, before: await look(), refused: new Map() }
}

/** What was not cleanly refused may have been done all the same, be it when it was sent first. */
const mayBeDone = (run: OperationRun, request: Refusable, outcome: Answered): boolean => {
  if (!run.plan.template.writes || outcome.kind === 'stopped') return false
  if (outcome.kind !== 'refused' || !isClientError(outcome.reply)) return true
  return outcome.repeated === true && isRefusedOtherwise(run, request, outcome)
}

/** Whether a write is refused, but not in the words of its own mistake. */
export function isRefusedOtherwise(
  { plan }: OperationRun,
  { refusals }: Refusable,
  outcome: Answered,
): boolean {
  return (
    plan.template.writes &&
    outcome.kind === 'refused' &&
    judgeRefusal(plan.vendor, refusals, outcome).code.verdict !== 'pass'
  )
}
