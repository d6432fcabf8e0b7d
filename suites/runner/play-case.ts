import { openActors } from '../actors/actors.ts'
import type { Actors } from '../actors/cast.ts'
import { waitingAgain, type VainWaits } from '../actors/vain-waits.ts'
import type { Waiting } from '../actors/waiting.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import { seedOf } from '../case/seed-of.ts'
import { writes } from '../client/exchange-once.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Observation } from '../oracle/linearize.ts'
import { judgeStop } from '../verdict/cannot-go-on.ts'
import { hasFailed, untestable } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { behindModel } from './behind-model.ts'
import { withCallsBehind } from './calls-behind.ts'
import { playedClient, type PlayedClient } from './played-client.ts'
import type { RunParts } from './run-parts.ts'

/** What one play of a case came to. */
export interface Play {
  readonly judged: (check: string) => Judgement
  /** whether a check failed since somebody was let in who never might: lag explains no such thing */
  readonly intruded: (check: string) => boolean
  readonly interactions: readonly Interaction[]
  /** what was found beside the model */
  readonly observations: readonly Observation[]
  /** the ids of what somebody in it made or named */
  readonly met: ReadonlySet<string>
  /** whether it may come out differently when it is played again more slowly, and nothing is in the way of that */
  readonly repeatable: boolean
  /** how often something was let settle: before each call behind a write */
  readonly settlings: number
  /** what was waited for in vain, in this play or before */
  readonly vain: VainWaits
}

/** How a case is played. */
export interface Manner {
  /** milliseconds between a write and whatever is called next */
  readonly pace: number
  /** what was waited for in vain when it was played before */
  readonly vain: VainWaits
}

/** Plays a case once, from its start, in accounts that nobody used before where those are free. Never rejects. */
export async function playCase(one: Case, parts: RunParts, manner: Manner): Promise<Play> {
  const { pace, vain } = manner
  const decided = new Map<string, Judgement>()
  const intrusions = new Set<string>()
  const interactions: Interaction[] = []
  // whoever only waits keeps nobody from their turn
  const pause = (milliseconds: number): Promise<void> => parts.rest(() => parts.pause(milliseconds))
  const playing = playedClient(one, parts, { pace, pause })
  const { client, changed } = playing
  const again = waitingAgain(parts.waiting, vain)
  const waiting = waitingOf(again.waiting, pause, changed)
  const own = { ...parts, client, waiting }
  const heard = (interaction: Interaction): void => void interactions.push(interaction)
  const actors = beginningAnew(openActors({ ...own, case: one.id, heard }), playing)
  const context: CaseContext = {
    ...own,
    actors,
    seed: seedOf(parts.seed, one.id),
    interactions,
    heard,
    record: (check, judgement) => {
      if (!decided.has(check)) decided.set(check, judgement)
    },
    intruded: (check) => void intrusions.add(check),
  }
  const remaining = await runOut(one, context, decided)
  const judged = await undisturbed(parts, decided)
  const clean = await actors.restore()
  const observations = playing.observations()
  const beside = { vendor: parts.vendor.id, observations, wanted: parts.wanted }
  return {
    judged: (check) => traced(behindModel(judged(check) ?? remaining, beside), parts, interactions),
    intruded: (check) => intrusions.has(check) && decided.get(check)?.verdict === 'fail',
    interactions,
    observations,
    met: playing.met(),
    repeatable: clean && playing.mayLag(),
    settlings: playing.settlings(),
    vain: again.vain(),
  }
}

/** Whoever takes back what was done begins anew. */
const beginningAnew = (actors: Actors, { begun }: Pick<PlayedClient, 'begun'>): Actors => ({
  ...actors,
  restore: async () => {
    const clean = await actors.restore()
    begun()
    return clean
  },
})

/** What was found with the calls that it may rest on. */
const traced = (
  judged: Judgement,
  { vendor }: Pick<RunParts, 'vendor'>,
  interactions: readonly Interaction[],
): Judgement => withCallsBehind(judged, interactions, (operation) => writes(vendor, operation))

/** What was decided; what failed while a human changed the organization is asked again by a run that goes on. */
const undisturbed = async (
  { organization }: Pick<RunParts, 'organization'>,
  decided: ReadonlyMap<string, Judgement>,
): Promise<(check: string) => Judgement | undefined> => {
  const failed = [...decided.values()].some(({ verdict }) => verdict === 'fail')
  const reason = failed ? await organization?.awaited.answeredMeanwhile() : undefined
  return (check) => {
    const judged = decided.get(check)
    if (reason === undefined || judged?.verdict !== 'fail') return judged
    return { verdict: 'inconclusive', reason, exchanges: judged.exchanges, waits: true }
  }
}

/** Runs the case; answers what its undecided checks come to. */
const runOut = async (
  one: Case,
  context: CaseContext,
  decided: ReadonlyMap<string, Judgement>,
): Promise<Judgement> => {
  try {
    await one.run(context)
    return ours(`case ${one.id} ended without deciding this`)
  } catch (error) {
    return fitting(judgeStop(error), decided) ?? ours(messageOf(error))
  } finally {
    context.monitor.steps.played(one.id, context.interactions)
  }
}

/** The waiting of one play: what came about by itself is let settle like a write. */
const waitingOf = (shared: Waiting, pause: Waiting['pause'], changed: () => void): Waiting => ({
  ...shared,
  pause,
  ended: (awaited, settled) => {
    shared.ended(awaited, settled)
    if (settled) changed()
  },
})

/** What stopped a case follows a check only where that one stands as failed: its first decision may be another. */
const fitting = (
  judged: Judgement | undefined,
  decided: ReadonlyMap<string, Judgement>,
): Judgement | undefined => {
  if (judged?.follows === undefined || hasFailed(decided.get(judged.follows))) return judged
  return untestable('SETUP_FAILED', judged.reason ?? '', judged.exchanges)
}

const ours = (reason: string): Judgement => ({ verdict: 'error', reason, exchanges: [] })

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
