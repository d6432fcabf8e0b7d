import type { Actor } from '../actors/actor.ts'
import { follows, unreached, untestable } from '../verdict/untestable.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import type { OperationRun } from './operation-run.ts'
import { minimalKey, type OperationPlan } from './plan.ts'
import type { RequestBuilder } from './request-builder.ts'
import { differences, takeSnapshot, type Snapshot } from './snapshot.ts'
import type { ValidRequests } from './valid-requests.ts'

/** Finds out whether refused requests leave the organization as it was. */
export interface UnchangedCheck {
  /** begins in new prerequisites; what came before it can no longer be told apart */
  readonly start: (builder: RequestBuilder) => Promise<void>
  readonly refused: (exchange: number) => void
  readonly end: (builder: RequestBuilder) => Promise<void>
  /**
   * records the judgement; it counts only when the minimal request is accepted. `accepted` is the check of a request that
   * ought to have been refused: where none was refused after it, that one is the finding
   */
  readonly settle: (valid: ValidRequests, accepted?: string) => Promise<void>
}

/** Opens the check, as `observer` sees the organization; where there is none, nothing is looked at. */
export function openUnchangedCheck(
  { plan, context }: OperationRun,
  check: Check | undefined,
  observer: (builder: RequestBuilder) => Promise<Actor>,
): UnchangedCheck {
  let before: Snapshot | undefined
  let refused: readonly number[] = []
  let changes: readonly string[] = []
  const look = async (builder: RequestBuilder): Promise<Snapshot> =>
    takeSnapshot(context.vendor, await observer(builder))
  return {
    start: async (builder) => {
      refused = []
      await builder.prerequisites.caller()
      if (check !== undefined) before = await look(builder)
    },
    refused: (exchange) => {
      refused = [...refused, exchange]
    },
    end: async (builder) => {
      if (before !== undefined && refused.length > 0) {
        changes = differences(before, await look(builder))
      }
    },
    settle: async (valid, accepted) => {
      if (check === undefined) return
      const minimal = await valid.judged(minimalKey)
      const judged =
        minimal.verdict === 'pass' ? judge(refused, changes, accepted) : unproven(plan, minimal)
      context.record(check.id, judged)
    },
  }
}

const unproven = ({ common }: OperationPlan, minimal: Judgement): Judgement =>
  unreached(
    { id: common.succeeds.id, judged: minimal },
    'the valid twin is refused, too',
    minimal.exchanges,
  )

const judge = (
  refused: readonly number[],
  changes: readonly string[],
  accepted: string | undefined,
): Judgement => {
  if (refused.length === 0) {
    const reason = 'nothing was refused since the prerequisites were made'
    return accepted === undefined ? untestable('SETUP_FAILED', reason) : follows(accepted, reason)
  }
  const received = `${refused.length} refused requests`
  if (changes.length === 0) return { verdict: 'pass', received, exchanges: refused.slice(-1) }
  return {
    verdict: 'fail',
    reason: `something changed: ${changes.join('; ')}`,
    expected: 'the organization as it was before the refused requests',
    received: changes.join('; '),
    exchanges: refused,
  }
}
