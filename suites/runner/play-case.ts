import { openActors } from '../actors/actors.ts'
import { pacedClient } from '../actors/paced-client.ts'
import type { Waiting } from '../actors/waiting.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import { seedOf } from '../case/seed-of.ts'
import type { Interaction } from '../client/interaction.ts'
import { judgeStop } from '../verdict/cannot-go-on.ts'
import { hasFailed, untestable } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { RunParts } from './run-parts.ts'

/** What one play of a case came to. */
export interface Play {
  readonly judged: (check: string) => Judgement
  readonly interactions: readonly Interaction[]
  /** whether it may come out differently when it is played again more slowly, and nothing is in the way of that */
  readonly repeatable: boolean
}

/**
 * Plays a case once, from its start, in accounts that nobody used before where those are free; `pace` is how many
 * milliseconds it leaves between a write and whatever it calls next. Never rejects.
 */
export async function playCase(one: Case, parts: RunParts, pace: number): Promise<Play> {
  const decided = new Map<string, Judgement>()
  const interactions: Interaction[] = []
  // whoever only waits keeps nobody from their turn
  const pause = (milliseconds: number): Promise<void> => parts.rest(() => parts.pause(milliseconds))
  const { client, changed, hasWritten } = pacedClient(parts.client, { ...parts, pace, pause })
  const { waiting, ranOut } = waitingOf(parts.waiting, pause, changed)
  const own = { ...parts, client, waiting }
  const actors = openActors({ ...own, heard: (interaction) => interactions.push(interaction) })
  const context: CaseContext = {
    ...own,
    actors,
    seed: seedOf(parts.seed, one.id),
    interactions,
    record: (check, judgement) => {
      if (!decided.has(check)) decided.set(check, judgement)
    },
  }
  const remaining = await runOut(one, context, decided)
  const clean = await actors.restore()
  return {
    judged: (check) => decided.get(check) ?? remaining,
    interactions,
    repeatable: clean && hasWritten() && !ranOut(),
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
  }
}

/** The waiting of one play: what came about by itself is let settle like a write; what did not, will not next time. */
const waitingOf = (
  shared: Waiting,
  pause: Waiting['pause'],
  changed: () => void,
): { readonly waiting: Waiting; readonly ranOut: () => boolean } => {
  let inVain = false
  const waiting: Waiting = {
    ...shared,
    pause,
    ended: (kind, settled) => {
      shared.ended(kind, settled)
      if (settled) changed()
      else inVain = true
    },
  }
  return { waiting, ranOut: () => inVain }
}

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
