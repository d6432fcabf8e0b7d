import { Unmet, Unsettled } from './cannot-go-on.ts'
import type { Judgement } from './verdict.ts'

/** What something comes to that could not go on. Undefined for any other error: that is our own mistake. */
export function judgeStop(error: unknown): Judgement | undefined {
  if (error instanceof Unmet) {
    const reason = `${error.reason}: ${error.message}`
    return { verdict: 'untestable', reason, exchanges: error.exchanges }
  }
  if (error instanceof Unsettled) {
    return { verdict: 'inconclusive', reason: error.message, exchanges: error.exchanges }
  }
  return undefined
}
