import type { Check, Judgement } from '../verdict/verdict.ts'
import { stoppable, type Answered } from './answered.ts'
import { settleRefusals } from './judge-refusals.ts'
import type { OperationRun } from './operation-run.ts'
import type { Refusable } from './refusable.ts'
import { isRefusedOtherwise, openStages, type StageParts, type Stages } from './stages.ts'
import { judgeUnchanged, type Compared, type Comparison } from './unchanged-check.ts'
import type { ValidRequests } from './valid-requests.ts'

/** Requests that ought to be refused, and how they are sent. */
export interface Asking<R> extends StageParts<R> {
  /** whether one that is refused for something else is sent again in a new stage: an earlier one may be why */
  readonly again: (request: R) => boolean
}

/** Requests that are sent, before their twins are known. */
export interface AskedRefusals<R> {
  /** sends some of them; each is sent once */
  readonly send: (requests: readonly R[]) => Promise<void>
  /** what those that were sent came to */
  readonly answered: ReadonlyMap<R, Answered>
  /** sends one of them once more, where nothing was sent before */
  readonly repeat: (request: R) => Promise<Answered>
  /** what is seen otherwise than before, once all are sent */
  readonly compare: () => Promise<readonly Comparison<R>[]>
}

/** Some requests of those that are sent, and the check on whether they change something. */
export interface Group<R> {
  readonly requests: readonly R[]
  readonly unchanged: Check | undefined
}

/**
 * Opens a stage for requests that ought to be refused. It is one for as long as it must be as it was: after one that may
 * have been carried out nobody can tell whose doing a change is, and those that had been refused before it there are
 * sent once more, without it.
 */
export async function openRefusals<R extends Refusable>(
  run: OperationRun,
  asking: Asking<R>,
): Promise<AskedRefusals<R>> {
  const { again, open } = asking
  const answered = new Map<R, Answered>()
  const stages = await openStages(run, asking)
  const send = async (request: R): Promise<void> => {
    let outcome = await stages.send(request)
    if (again(request) && isRefusedOtherwise(run, request, outcome)) {
      await stages.leave()
      outcome = await stages.send(request)
    }
    answered.set(request, outcome)
  }
  return {
    answered,
    send: (requests) => sendAll(stages, requests, send),
    repeat: (request) => stoppable(async () => (await open([request])).send(request)),
    compare: () => endAll(stages, asking),
  }
}

/** Records what the requests of a group came to; sends the twins that were not sent yet. Answers as `settleRefusals`. */
export function settleAnswers<R extends Refusable>(
  run: OperationRun,
  valid: ValidRequests,
  { asked, group }: Settling<R>,
): Promise<string | undefined> {
  const answered = of(group.requests, asked.answered)
  return settleRefusals(run, valid, { answered, again: asked.repeat })
}

/** Whether the requests of a group changed something; undefined where nobody asks. */
export async function judgeGroup<R extends Refusable>(
  run: OperationRun,
  valid: ValidRequests,
  { asked, group, comparisons, undue }: Settling<R> & Compared<R>,
): Promise<Judgement | undefined> {
  const { requests, unchanged } = group
  if (unchanged === undefined || requests.length === 0) return undefined
  const own = comparisons.map((one) => ({ ...one, refused: of(requests, one.refused) }))
  return (
    unsent(of(requests, asked.answered)) ??
    judgeUnchanged(run.plan, valid, { comparisons: own, undue })
  )
}

/** Records what was judged of a group. */
export function recordUnchanged(
  { context }: OperationRun,
  { unchanged }: Pick<Group<unknown>, 'unchanged'>,
  judged: Judgement | undefined,
): void {
  if (unchanged !== undefined && judged !== undefined) context.record(unchanged.id, judged)
}

/** A group, and what it is of. */
interface Settling<R> {
  readonly asked: AskedRefusals<R>
  readonly group: Group<R>
}

/** What is known of some requests. */
const of = <R, T>(requests: readonly R[], known: ReadonlyMap<R, T>): ReadonlyMap<R, T> => {
  const own = new Set(requests)
  return new Map([...known].filter(([request]) => own.has(request)))
}

/** Why none of them was sent at all; undefined where any was. */
const unsent = (answered: ReadonlyMap<unknown, Answered>): Judgement | undefined => {
  const stops = [...answered.values()].map((one) =>
    one.kind === 'stopped' ? one.judged : undefined,
  )
  return stops.includes(undefined) ? undefined : stops[0]
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
  { compared }: Asking<R>,
): Promise<readonly Comparison<R>[]> => {
  if (compared) {
    // it comes to an end: what may have been done is not owed again
    for (let owed = stages.owed(); owed.length > 0; owed = stages.owed()) {
      await sendAll(stages, owed, stages.send)
    }
  }
  await stages.leave()
  return stages.comparisons
}
