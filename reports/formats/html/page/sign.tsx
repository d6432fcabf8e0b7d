import type { VNode } from 'preact'

import type { Verdict } from '../../../../suites/verdict/verdict.ts'
import { outcomeOf, outcomeSign, type Outcome } from './outcome.ts'

/** The sign of an outcome in its colour; what it means is said beside it. */
export function Sign({ outcome }: { readonly outcome: Outcome }): VNode {
  return (
    <span class={`sign ${outcome}`} aria-hidden="true">
      {outcomeSign[outcome]}
    </span>
  )
}

/** A verdict in a word, for eyes and ears. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }): VNode {
  return (
    <span class="mark">
      <Sign outcome={outcomeOf[verdict]} />
      <span class="unseen">{verdict}: </span>
    </span>
  )
}
