import type { Page } from '../../specs/vocabulary/verbs.ts'
import type { Decided } from '../steps.ts'

/** The page that a decision answers; undefined when it is a refusal or no page. */
export function pageOf(decision: Decided): Page<unknown> | undefined {
  if (decision.kind === 'refused') return undefined
  const { result } = decision
  const isPage = typeof result === 'object' && result !== null && 'items' in result
  return isPage ? (result as Page<unknown>) : undefined
}
