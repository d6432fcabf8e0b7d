import { brokenByStep } from '../../invariants/broken-by-step.ts'
import { brokenInvariants } from '../../invariants/broken-invariants.ts'
import { brokenViews } from '../../invariants/broken-views.ts'
import type { Broken } from '../../invariants/invariant.ts'
import { commit, emptyWorld } from '../../model/changes.ts'
import type { Decision, Context } from '../../model/decision.ts'
import type { World } from '../../model/world.ts'
import type { Command } from '../../vocabulary/verbs.ts'
import type { Scope } from './scope.ts'

/** Where a walk is: a world, its time, and how many ids were given out on the way. */
export interface State {
  readonly world: World
  readonly now: number
  readonly count: number
}

/** What may happen: an account says something, or time passes (milliseconds). */
export type Event = Command | { readonly wait: number }

/** What decides, be it right or wrong. */
export type Decide = (world: World, command: Command, context: Context) => Decision

/** Where a walk begins: nobody has called yet. */
export const nowhere: State = { world: emptyWorld(), now: 1_000_000_000_000, count: 0 }

/** What came of an event. */
export interface Outcome {
  readonly state: State
  /** `done`, or the name of the refusal */
  readonly answer: string
  /** what is wrong with the step itself, and with the records that it leaves */
  readonly broken: readonly Broken[]
}

/** Lets something happen. */
export function happen(
  scope: Scope,
  decide: Decide,
  { state, event }: { readonly state: State; readonly event: Event },
): Outcome {
  if ('wait' in event)
    return { state: { ...state, now: state.now + event.wait }, answer: 'done', broken: [] }
  const { world, now } = state
  const issued = new Map<string, string>()
  const giveId = (kind: string): string => {
    const number = state.count + issued.size + 1
    const id = kind === 'account' ? scope.mintAccount(number) : `${kind}-${number}`
    issued.set(id, kind)
    return id
  }
  const { rules } = scope.context
  const decision = decide(world, event, { ...scope.context, now, newId: giveId })
  const changes = 'changes' in decision ? decision.changes : {}
  const refusal = decision.kind === 'refused' ? decision.refusal : undefined
  const wrote = Object.keys(changes).length > 0
  const answer = refusal ?? 'done'
  if (!wrote) return { state, answer, broken: [] }
  const after = commit(world, changes)
  const { verb, caller } = event
  const step = { before: world, after, verb, caller, changes, issued, rules, now }
  return {
    state: { world: after, now, count: state.count + issued.size },
    answer,
    broken: [
      ...brokenByStep(refusal === undefined ? step : { ...step, refusal }),
      ...brokenInvariants(after, rules, now),
    ],
  }
}

/** Who only looks needs no id. */
const newId = (): string => 'an id'

/** What is wrong with what readers see of a state. */
export function brokenFor(scope: Scope, decide: Decide, { world, now }: State): readonly Broken[] {
  const { rules } = scope.context
  const writing: Broken[] = []
  const views = brokenViews({ world, rules, now }, (question) => {
    const decision = decide(world, question as Command, { ...scope.context, now, newId })
    if (decision.kind === 'refused') return undefined
    if (Object.keys(decision.changes).length > 0)
      writing.push({ invariant: 'who only looks writes nothing', what: question.verb })
    return decision.result
  })
  return [...writing, ...views]
}
