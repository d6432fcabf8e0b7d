import type { Level } from '../../specs/vendor/requirement.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { Axis, RunVerdict, Totals } from '../../suites/verdict/verdict.ts'
import type { ProvenIdentity } from '../results/results.ts'

/** in-toto attestation framework, Statement v1. */
export const statementType = 'https://in-toto.io/Statement/v1'

/** in-toto's own predicate for the results of tests; ours stands in it as the extension field `orgproof`. */
export const predicateType = 'https://in-toto.io/attestation/test-result/v0.1'

/** The name of the shape of what we add. */
export const certificateSchema = 'orgproof/certificate/1'

/** Counts of verdicts by axis and level, never summed; an axis or a level without checks is left out. */
export type CountsByAxis = {
  readonly [A in Axis]?: { readonly [L in Level]?: Totals }
}

/** How many checks there are of each level. */
export type CountsByLevel = Readonly<Record<Level, number>>

/** What is certified of one target. */
export interface CertifiedTarget {
  readonly name: string
  readonly vendor: VendorId
  readonly endpoint: string
  /** who its credentials were proven to be; absent where nobody had to prove it */
  readonly identity?: ProvenIdentity
  readonly readOnly: boolean
  /** by the checks of the requirement set, at the levels that they have there */
  readonly verdict: RunVerdict
  /** by all checks of the run */
  readonly runVerdict: RunVerdict
  /** the editions that the requirement set goes by: sha256 by file */
  readonly documents: Readonly<Record<string, string>>
  /** features that the target declares not to offer, with its reason */
  readonly absent: Readonly<Record<string, string>>
  /** limits that it states instead of the vendor's */
  readonly limits: Readonly<Record<string, number | null>>
  /** how many things the run could not take back there */
  readonly left: number
  /** checks of the requirement set */
  readonly required: CountsByLevel
  /** those of them that the run did not judge */
  readonly missing: CountsByLevel
  readonly scored: CountsByAxis
  /** checks that the set does not have, at their own levels */
  readonly notScored: CountsByAxis
  /** checks that could not be asked, by code */
  readonly untestable: Readonly<Record<string, number>>
  /** checks of what is absent, by feature or code */
  readonly absentChecks: Readonly<Record<string, number>>
  /** rules of the vendor's document, and those that no check establishes */
  readonly rules: { readonly total: number; readonly notTested: number }
}

/** A second run of the same, held against the first. */
export interface Repeat {
  readonly run: string
  readonly startedAt: string
  /** of its results.json */
  readonly sha256: string
  /** checks that both judged or one of them lacks, and those with another verdict, or none */
  readonly compared: number
  readonly differing: number
}

/** What we add to the test result: everything that it has no words for. */
export interface Certificate {
  readonly schema: typeof certificateSchema
  readonly suite: { readonly name: string; readonly version: string }
  readonly requirements: { readonly version: string; readonly sha256: string }
  readonly run: {
    readonly id: string
    readonly startedAt: string
    readonly finishedAt: string
    readonly seed: number
    /** the hash of the plan that the run was held to; absent where it was held to none */
    readonly plan?: string
  }
  readonly issuedAt: string
  readonly expiresAt: string
  /** the worst of those of the targets */
  readonly verdict: RunVerdict
  readonly targets: readonly CertifiedTarget[]
  readonly repeat?: Repeat
  /** what nobody may read into the signature: sentences for people */
  readonly doesNotProve: readonly string[]
}

/** What a statement is about, or what a run was made with, by its hash or its name. */
export interface ResourceDescriptor {
  readonly name: string
  readonly uri?: string
  readonly digest?: { readonly sha256: string }
}

/** A certificate before it is signed. */
export interface Statement {
  readonly _type: typeof statementType
  readonly subject: readonly Required<Pick<ResourceDescriptor, 'name' | 'digest'>>[]
  readonly predicateType: typeof predicateType
  readonly predicate: {
    /** PASSED and WARNED mean conformant; whatever is not conformant, or not known to be, is FAILED */
    readonly result: 'PASSED' | 'WARNED' | 'FAILED'
    readonly configuration: readonly ResourceDescriptor[]
    /** deviations that do not make an endpoint nonconformant: `<target> <check>` */
    readonly warnedTests: readonly string[]
    /** deviations that do */
    readonly failedTests: readonly string[]
    readonly orgproof: Certificate
  }
}

/** The names of the subjects. */
export const subjectNames = { results: 'results.json', evidence: 'evidence.tar.gz' } as const

/** The hash of a subject; undefined where the statement is not about it. */
export function subjectHash(
  { subject }: Pick<Statement, 'subject'>,
  which: keyof typeof subjectNames,
): string | undefined {
  return subject.find(({ name }) => name === subjectNames[which])?.digest.sha256
}
