import type { KeyObject } from 'node:crypto'

import { uncertifiable, unrepeatable } from '../../reports/certificate/certifiable.ts'
import type { Statement } from '../../reports/certificate/certificate.ts'
import { compareRuns } from '../../reports/certificate/compare-runs.ts'
import type { NamedSet } from '../../reports/certificate/named-set.ts'
import { state } from '../../reports/certificate/state.ts'
import { expiryOf } from '../../reports/certificate/validity.ts'
import type { Results } from '../../reports/results/results.ts'
import { requirementsOf } from '../../specs/vendor/requirement-set.ts'
import type { Problem } from '../problem.ts'
import { seal, type Envelope } from './envelope.ts'

/** Results, and the sha256 of the file that they stand in. */
export interface HashedResults {
  readonly content: Results
  readonly sha256: string
}

/** What is to be certified. */
export interface CertificateOrder {
  readonly results: HashedResults
  /** a second run of the same */
  readonly repeat: HashedResults | undefined
  /** the hash of the archive with the evidence */
  readonly evidence: string | undefined
  readonly requirements: NamedSet
  /** how many days after the end of the run it holds */
  readonly days: number
  /** milliseconds since 1970-01-01T00:00Z */
  readonly now: number
}

/** A signed certificate, and what it says. */
export interface IssuedCertificate {
  readonly envelope: Envelope
  readonly statement: Statement
}

/** Signs what results come to. Expects an order against which `certificateProblems` has nothing. */
export function issueCertificate(order: CertificateOrder, key: KeyObject): IssuedCertificate {
  const { results, repeat, evidence, requirements, days, now } = order
  const statement = state({
    results: results.content,
    hashes: { results: results.sha256, evidence },
    requirements,
    issuedAt: new Date(now).toISOString(),
    expiresAt: expiryOf(results.content.run, days),
    repeat: repeat && compareRuns(results.content, repeat.content, repeat.sha256),
  })
  return { envelope: seal(JSON.stringify(statement), key), statement }
}

/** An order of which parts may be missing, since they could not be read. */
export type GivenOrder = Pick<CertificateOrder, 'now'> & {
  readonly [P in 'results' | 'repeat' | 'evidence' | 'requirements' | 'days']:
    | CertificateOrder[P]
    | undefined
}

/** Why nothing can be certified of an order, all of it; parts that are missing are told elsewhere. */
export function certificateProblems({
  results,
  repeat,
  requirements,
  days,
  now,
}: GivenOrder): readonly Problem[] {
  if (results === undefined) return []
  const partial = uncertifiable(results.content)
  return [
    ...partial.map((message) => problem('RESULTS_UNCERTIFIABLE', message, wholeRun)),
    ...(partial.length > 0 ? [] : timeProblems(results.content.run, now)),
    ...(partial.length > 0 || days === undefined
      ? []
      : ageProblems(results.content.run, days, now)),
    ...(requirements === undefined ? [] : foreignVendors(results, requirements)),
    ...(repeat === undefined ? [] : repeatProblems(results, repeat)),
  ]
}

const wholeRun = 'certify the results.json of a whole run that came to its end'

const problem = (code: string, message: string, hint?: string): Problem => ({
  code,
  message,
  ...(hint !== undefined && { hint }),
})

type Run = Results['run']

const timeProblems = ({ startedAt, finishedAt }: Run, now: number): readonly Problem[] => {
  if (Date.parse(startedAt) > Date.parse(finishedAt)) {
    return [problem('RESULTS_UNCERTIFIABLE', 'the run ended before it began')]
  }
  if (Date.parse(finishedAt) <= now) return []
  return [problem('RESULTS_UNCERTIFIABLE', `the run ends at ${finishedAt}, which is yet to come`)]
}

const ageProblems = (run: Run, days: number, now: number): readonly Problem[] => {
  const expiresAt = expiryOf(run, days)
  if (Date.parse(expiresAt) > now) return []
  const message = `the run is too old: ${days} days after its end were over at ${expiresAt}`
  const hint = 'run it again; --days counts from the end of the run'
  return [problem('RESULTS_UNCERTIFIABLE', message, hint)]
}

const foreignVendors = ({ content }: HashedResults, { set }: NamedSet): readonly Problem[] =>
  content.targets
    .filter(({ vendor }) => requirementsOf(set, vendor) === undefined)
    .map(({ name, vendor }) =>
      problem(
        'REQUIREMENTS_UNKNOWN',
        `the requirement set ${set.version} asks nothing of ${vendor}, which ${name} offers`,
      ),
    )

const repeatProblems = (first: HashedResults, second: HashedResults): readonly Problem[] => {
  const partial = uncertifiable(second.content).map((says) => `--repeat: ${says}`)
  const other = unrepeatable(first.content, second.content).map((says) => `--repeat: ${says}`)
  return [...partial, ...other].map((message) => problem('REPEAT_UNUSABLE', message))
}
