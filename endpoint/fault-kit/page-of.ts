import type { Decision } from '../../specs/model/decision.ts'
import type { Page } from '../../specs/vocabulary/verbs.ts'

/** The page that a decision answers; undefined when it is a refusal or no page. */
export function pageOf(decision: Decision): Page<unknown> | undefined {
  if (decision.kind === 'refused') return undefined
  const { result } = decision
  const isPage = typeof result === 'object' && result !== null && 'items' in result
  return isPage ? (result as Page<unknown>) : undefined
}
