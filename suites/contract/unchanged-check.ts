import { unreached, untestable } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { RequestBuilder } from './request-builder.ts'
import type { OperationRun } from './run-operation.ts'
import { differences, takeSnapshot, type Snapshot } from './snapshot.ts'

/** Watches whether refused requests leave the organization as it was. */
export interface UnchangedCheck {
  /** begins in a new prerequisites; what came before it can no longer be told apart */
  readonly start: (builder: RequestBuilder) => Promise<void>
  readonly refused: (exchange: number) => void
  readonly end: (builder: RequestBuilder) => Promise<void>
  /** counts only when the valid request among the refused ones is accepted */
  readonly judged: (twin: Judgement | undefined) => Judgement
}

/** Watches a operationRun; does nothing where the operation only reads. */
export function openUnchangedCheck({ plan, context }: OperationRun): UnchangedCheck {
  const active = plan.common.unchanged !== undefined
  let before: Snapshot | undefined
  let refused: readonly number[] = []
  let found: readonly string[] = []
  const look = async (builder: RequestBuilder): Promise<Snapshot> =>
    takeSnapshot(context.vendor, await builder.prerequisites.observer())
  return {
    start: async (builder) => {
      refused = []
      await builder.prerequisites.caller()
      if (active) before = await look(builder)
    },
    refused: (exchange) => {
      refused = [...refused, exchange]
    },
    end: async (builder) => {
      if (before !== undefined && refused.length > 0) {
        found = differences(before, await look(builder))
      }
    },
    judged: (twin) => {
      if (twin?.verdict === 'pass') return judge(refused, found)
      const least = { id: plan.common.succeeds.id, judged: twin }
      return unreached(least, 'the valid twin is refused, too', twin?.exchanges)
    },
  }
}

const judge = (refused: readonly number[], found: readonly string[]): Judgement => {
  if (refused.length === 0) {
    return untestable('SETUP_FAILED', 'nothing was refused since the world was built')
  }
  const received = `${refused.length} refused requests`
  if (found.length === 0) return { verdict: 'pass', received, exchanges: refused.slice(-1) }
  return {
    verdict: 'fail',
    reason: `something changed: ${found.join('; ')}`,
    expected: 'the organization as it was before the refused requests',
    received: found.join('; '),
    exchanges: refused,
  }
}
