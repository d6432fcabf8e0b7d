import type { Judgement } from '../verdict/verdict.ts'
import type { Bench } from './request-builder.ts'
import type { Performance } from './run-operation.ts'
import { differences, takeSnapshot, type Snapshot } from './snapshot.ts'

/** Watches whether refused requests leave the organization as it was. */
export interface Watch {
  /** begins in a new world; what came before it can no longer be told apart */
  readonly start: (bench: Bench) => Promise<void>
  readonly refused: (exchange: number) => void
  readonly end: (bench: Bench) => Promise<void>
  /** counts only when the valid request among the refused ones is accepted */
  readonly judged: (twin: Judgement | undefined) => Judgement
}

/** Watches a performance; does nothing where the operation only reads. */
export function openWatch({ plan, stage }: Performance): Watch {
  const active = plan.common.unchanged !== undefined
  let before: Snapshot | undefined
  let refused: readonly number[] = []
  let found: readonly string[] = []
  const look = async (bench: Bench): Promise<Snapshot> =>
    takeSnapshot(stage.vendor, await bench.world.observer())
  return {
    start: async (bench) => {
      refused = []
      await bench.world.caller()
      if (active) before = await look(bench)
    },
    refused: (exchange) => {
      refused = [...refused, exchange]
    },
    end: async (bench) => {
      if (before !== undefined && refused.length > 0) {
        found = differences(before, await look(bench))
      }
    },
    judged: (twin) => {
      if (twin?.verdict === 'pass') return judge(refused, found)
      const reason = 'SETUP_FAILED: the valid twin is refused, too'
      return { verdict: 'untestable', reason, exchanges: twin?.exchanges ?? [] }
    },
  }
}

const judge = (refused: readonly number[], found: readonly string[]): Judgement => {
  if (refused.length === 0) {
    const reason = 'SETUP_FAILED: nothing was refused since the world was built'
    return { verdict: 'untestable', reason, exchanges: [] }
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
