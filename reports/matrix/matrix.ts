import type { Citation } from '../../specs/contract/citation.ts'
import type { ErrorName } from '../../specs/vendor/refusals.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { Axis, RunVerdict, Verdict } from '../../suites/verdict/verdict.ts'

/** The name of this shape of matrix.json; its JSON Schema is specs/schemas/matrix.schema.json. */
export const matrixSchema = 'orgproof/matrix/1'

/** The kinds of rows, in the order in which a matrix tells them. */
export const rowKinds = ['feature', 'limit', 'scenario', 'law', 'refusal'] as const
export type RowKind = (typeof rowKinds)[number]

/** Verdicts that were given at least once. */
export type Counts = Readonly<Partial<Record<Verdict, number>>>

/** Counts side by side by axis; `older` are those of checks that this suite no longer asks in the same way. */
export type CountsByAxis = Readonly<Partial<Record<Axis | 'older', Counts>>>

/** What a vendor's documents say of a row. */
export interface VendorCell {
  /** the feature, a number for the limit, all that the story needs, an answer to the mistake */
  readonly offered: boolean
  /** why not, or what is missing */
  readonly reason?: string
  /** of a limit */
  readonly value?: number
  /** of a feature: with which operations */
  readonly operations?: readonly string[]
  /** of a refusal: the answers that fit, and those of single operations where they differ */
  readonly answers?: readonly ErrorName[]
  readonly elsewhere?: Readonly<Record<string, readonly ErrorName[]>>
  /** of a refusal: how firmly the code is tied to the mistake */
  readonly level?: Level
  readonly citations: readonly Citation[]
}

/** What an endpoint did in a row. */
export interface EndpointCell {
  /** the worst verdict of the row's checks; absent where none was asked */
  readonly verdict?: Verdict
  readonly axes: CountsByAxis
  /** of a limit: what the target states instead of its vendor; null for no limit */
  readonly states?: number | null
  /** who says what the worst checks ask; empty where all pass */
  readonly citations: readonly Citation[]
}

/** One feature, limit, scenario, law or mistake across vendors and endpoints. */
export interface MatrixRow {
  readonly kind: RowKind
  /** the name of the feature, in profile.json, of the scenario's file, or in refusal-name.ts */
  readonly id: string
  readonly title?: string
  readonly differs: {
    /** the documents do not say the same of it; how a code is spelt is no difference */
    readonly vendors: boolean
    /** an endpoint does not do what its vendor's document says */
    readonly endpoints: boolean
  }
  readonly vendors: Readonly<Record<string, VendorCell>>
  readonly endpoints: Readonly<Record<string, EndpointCell>>
  /** of a scenario or law: the checks that do not pass everywhere, with their verdict by endpoint */
  readonly checks?: Readonly<Record<string, Readonly<Record<string, Verdict>>>>
}

/** A column of the documents. */
export interface MatrixVendor {
  readonly id: VendorId
  readonly document: string
  readonly operations: number
  /** operations that say a verb of the neutral vocabulary */
  readonly neutral: number
}

/** A column of what was found. */
export interface MatrixEndpoint {
  readonly name: string
  readonly vendor: VendorId
  readonly verdict: RunVerdict
  readonly source: 'run' | 'baseline'
  /** version of the suite that asked */
  readonly suite: string
  readonly seed: number
  /** whether everything there was to ask was asked, and answered */
  readonly whole: boolean
  readonly url?: string
  /** limits that it states instead of its vendor's */
  readonly limits: Readonly<Record<string, number | null>>
  readonly axes: CountsByAxis
}

/** matrix.json: vendors and endpoints side by side, differences first within each kind. */
export interface Matrix {
  readonly schema: typeof matrixSchema
  readonly suite: string
  readonly vendors: readonly MatrixVendor[]
  readonly endpoints: readonly MatrixEndpoint[]
  readonly rows: readonly MatrixRow[]
}
