import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { Extent } from '../../suites/case/extent.ts'
import type { ShownExchange } from '../../suites/client/shown-exchange.ts'
import type { Axis, JudgedCheck, RunVerdict, Totals } from '../../suites/verdict/verdict.ts'

/** Which checks a run asked for; empty lists mean all. */
export interface Selection {
  readonly only: readonly string[]
  readonly axes: readonly Axis[]
  readonly shard?: { readonly part: number; readonly of: number }
  /** how many sequences were played for a check that asks them; as many as usual when absent */
  readonly sequences?: Extent
  /** by target: the cases that alone were asked, since an earlier run left something open there; all when absent */
  readonly cases?: Readonly<Record<string, readonly string[]>>
}

/** One run of the suite. Times are ISO 8601 in UTC. */
export interface RunFacts {
  readonly id: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly seed: number
  readonly selection: Selection
  /** the hash of the plan that it was held to; absent where it was held to none */
  readonly plan?: string
  /** pseudonyms stand for ids of accounts and organizations and addresses of people */
  readonly pseudonymised?: true
  /** checks that were to be asked */
  readonly planned: number
  /** whether each of them was judged and nobody stopped the run */
  readonly complete: boolean
}

/** Who the credentials of a target were proven to be, by the identity service of its vendor. */
export interface ProvenIdentity {
  /** the account of each principal that the target names, by its part */
  readonly principals: Readonly<Record<string, string>>
  /** the organization that the management account was in; absent where it was in none, or none was told */
  readonly organization?: string
}

/** What a run found of one target. */
export interface TargetResult {
  readonly name: string
  readonly vendor: VendorId
  readonly endpoint: string
  readonly verdict: RunVerdict
  readonly totals: Totals
  /** totals by axis; an axis without checks is left out */
  readonly axes: Readonly<Partial<Record<Axis, Totals>>>
  /** absent where nobody had to prove who they are */
  readonly identity?: ProvenIdentity
  readonly readOnly: boolean
  /** features the target declares not to offer, with its reason */
  readonly absent: Readonly<Record<string, string>>
  /** limits it states instead of the vendor's */
  readonly limits: Readonly<Record<string, number | null>>
  /** what the run could not take back there */
  readonly left: readonly string[]
  /** rules of the vendor's document, and those that no check establishes */
  readonly requirements: { readonly total: number; readonly notTested: number }
}

/** A judged check with the ids of the document's rules that claim it. */
export interface CheckResult extends JudgedCheck {
  readonly requirements: readonly string[]
}

/** An exchange that shows a finding, and the command that repeats it by hand. */
export interface ExchangeResult extends ShownExchange {
  readonly target: string
  readonly curl: string
}

/** What a run found: the only source, every other report is a view of it. results-file.ts says how it is written. */
export interface Results {
  readonly suite: { readonly name: string; readonly version: string }
  readonly run: RunFacts
  readonly targets: readonly TargetResult[]
  readonly checks: readonly CheckResult[]
  readonly exchanges: readonly ExchangeResult[]
}
