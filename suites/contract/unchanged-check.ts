import { follows, unreached, untestable } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { OperationPlan } from './plan.ts'
import { minimalKey } from './refusable.ts'
import type { ValidRequests } from './valid-requests.ts'

/** Refused requests, and what is seen otherwise after them than before. */
export interface Comparison<R = unknown> {
  /** each with its exchange */
  readonly refused: ReadonlyMap<R, number>
  readonly changes: readonly string[]
}

/** What was seen of all requests of a case that ought to be refused. */
export interface Compared<R = unknown> {
  readonly comparisons: readonly Comparison<R>[]
  /** the check of a request that was not refused: where none was, that one is the finding */
  readonly undue: string | undefined
}

/** Judges whether refused requests leave the organization as it was; it counts only when the minimal request is accepted. */
export async function judgeUnchanged(
  { common }: OperationPlan,
  valid: ValidRequests,
  compared: Compared,
): Promise<Judgement> {
  const minimal = await valid.judged(minimalKey)
  if (minimal.verdict === 'pass') return judge(compared)
  const before = { id: common.succeeds.id, judged: minimal }
  return unreached(before, 'the valid twin is refused, too', minimal.exchanges)
}

const judge = ({ comparisons, undue }: Compared): Judgement => {
  const refused = comparisons.flatMap((one) => [...one.refused.values()])
  if (refused.length === 0) {
    const reason = 'nothing was refused where nothing else had been done'
    return undue === undefined ? untestable('SETUP_FAILED', reason) : follows(undue, reason)
  }
  const changed = comparisons.filter(({ changes }) => changes.length > 0)
  if (changed.length === 0) {
    return {
      verdict: 'pass',
      received: `${refused.length} refused requests`,
      exchanges: refused.slice(-1),
    }
  }
  const changes = changed.flatMap((one) => one.changes).join('; ')
  return {
    verdict: 'fail',
    reason: `something changed: ${changes}`,
    expected: 'the organization as it was before the refused requests',
    received: changes,
    exchanges: changed.flatMap((one) => [...one.refused.values()]),
  }
}
