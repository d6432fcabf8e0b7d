import { isDeepStrictEqual } from 'node:util'

import { uncertifiable, unrepeatable } from '../../reports/certificate/certifiable.ts'
import { subjectHash, type Repeat, type Statement } from '../../reports/certificate/certificate.ts'
import { compareRuns } from '../../reports/certificate/compare-runs.ts'
import type { NamedSet } from '../../reports/certificate/named-set.ts'
import { state } from '../../reports/certificate/state.ts'
import type { Results } from '../../reports/results/results.ts'
import { requirementsOf } from '../../specs/vendor/requirement-set.ts'

/** The file of results that a certificate is said to be about: its hash, and what it says where that can be read. */
export interface GivenResults {
  readonly sha256: string
  readonly content: Results | undefined
}

/** What a certificate is said to be about; what nobody gave is not held against it. */
export interface GivenFiles {
  readonly results?: GivenResults | undefined
  /** those of the second run */
  readonly repeat?: GivenResults | undefined
  /** the hash of the evidence */
  readonly evidence?: string | undefined
}

/** Which of the files that were given are not those that a statement names, a sentence each. */
export function hashContradictions(
  statement: Statement,
  { results, evidence }: GivenFiles,
): readonly string[] {
  const pairs = [
    ['the results are not those that it is about', results?.sha256, 'results'],
    ['the evidence is not what it is about', evidence, 'evidence'],
  ] as const
  return pairs.flatMap(([says, given, which]) =>
    given === undefined || given === subjectHash(statement, which) ? [] : [says],
  )
}

/** Made anew of the results, the statement has to come out the same, but for its sentences for people. */
export function resultsContradictions(
  statement: Statement,
  requirements: NamedSet,
  { results }: GivenFiles,
): readonly string[] {
  if (results?.content === undefined) return []
  const partial = uncertifiable(results.content)
  const foreign = results.content.targets.some(
    ({ vendor }) => requirementsOf(requirements.set, vendor) === undefined,
  )
  if (foreign || partial.length > 0) {
    return ['of these results nothing can be certified', ...partial]
  }
  const { issuedAt, expiresAt, repeat } = statement.predicate.orgproof
  const hashes = { results: results.sha256, evidence: subjectHash(statement, 'evidence') }
  const parts = { hashes, requirements, issuedAt, expiresAt, repeat }
  const anew = state({ ...parts, results: results.content })
  return isDeepStrictEqual(withoutSentences(statement), withoutSentences(anew))
    ? []
    : ['it says of the results what they do not say']
}

const withoutSentences = ({ predicate, ...statement }: Statement): object => ({
  ...statement,
  predicate: { ...predicate, orgproof: { ...predicate.orgproof, doesNotProve: [] } },
})

/** What a certificate says of its second run that the results of the two do not say. */
export function repeatContradictions(
  said: Repeat,
  { results, repeat }: GivenFiles,
): readonly string[] {
  if (repeat === undefined) return []
  if (repeat.sha256 !== said.sha256) {
    return ['the results of the second run are not those that it names']
  }
  const [first, second] = [results?.content, repeat.content]
  if (first === undefined || second === undefined) return []
  const wrong = [...uncertifiable(second), ...unrepeatable(first, second)]
  if (wrong.length > 0) return wrong
  return isDeepStrictEqual(said, compareRuns(first, second, repeat.sha256))
    ? []
    : ['it says of the second run what the results do not say']
}
