import type { Axis, RunVerdict, Totals, Verdict } from '../../../suites/verdict/verdict.ts'

/** A place in the table of texts; 0 is the empty text, which also stands for none. */
export type TextPlace = number

/** What a page knows of a run: results without what it does not show, every text written once. */
export interface PageData {
  readonly suite: string
  readonly run: PageRun
  readonly targets: readonly PageTarget[]
  readonly axes: readonly Axis[]
  readonly verdicts: readonly Verdict[]
  readonly texts: readonly string[]
  readonly kinds: readonly PageKind[]
  readonly checks: readonly PageCheck[]
  readonly evidence: readonly PageEvidence[]
  readonly calls: readonly PageCall[]
  /** what the run did not establish, in lines */
  readonly open: readonly string[]
  /** what it could not take back */
  readonly left: readonly string[]
  /** where the document and the real service differ: which of them a target goes by */
  readonly readings: readonly string[]
}

export interface PageRun {
  readonly id: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly seed: number
  readonly complete: boolean
}

export interface PageTarget {
  readonly name: string
  readonly vendor: string
  readonly endpoint: string
  readonly verdict: RunVerdict
  readonly totals: Totals
  readonly notes: readonly string[]
  /** in the order in which it pays to mend them */
  readonly causes: readonly PageCause[]
}

export interface PageCause {
  /** places of checks, the one that tells most first */
  readonly findings: readonly number[]
  /** an operation that is not offered at all */
  readonly missing?: string
  /** checks that could not be asked for as long as it stands */
  readonly waiting: number
}

/** What a check rests on, in words, and the page of the vendor that says it. */
export type PageEvidence = readonly [text: TextPlace, page: TextPlace]

/** What the checks of one case mostly share. Axis and target are places in their tables. */
export type PageKind = readonly [
  target: number,
  case_: TextPlace,
  operation: TextPlace,
  feature: TextPlace,
  axis: number,
  level: TextPlace,
  source: TextPlace,
]

/** A check as a row; what ends in nothing is cut off. Its id begins with its case, where `rest` begins with a slash. */
export type PageCheck = readonly [
  kind: number,
  rest: TextPlace,
  title: TextPlace,
  evidence: number,
  verdict: number,
  reason?: TextPlace,
  expected?: TextPlace,
  received?: TextPlace,
  code?: TextPlace,
  follows?: TextPlace,
  reading?: TextPlace,
  /** places of the calls that show it, or how many there are in results.json where the page has no room for them */
  calls?: readonly number[] | number,
]

/** A call that shows a finding. `curl` is the line that repeats it, as `curl-template.ts` shortens it. */
export type PageCall = readonly [
  operation: TextPlace,
  account: TextPlace,
  method: TextPlace,
  path: TextPlace,
  body: TextPlace,
  curl: TextPlace,
  took: number,
  /** HTTP status; 0 where no answer came */
  status: number,
  /** the body of the answer, or how it was lost */
  answer: TextPlace,
]
