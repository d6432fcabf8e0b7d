import type { CheckResult, Results } from '../results/results.ts'
import { grouped } from '../text/grouped.ts'
import {
  certificateSchema,
  predicateType,
  statementType,
  subjectNames,
  type Certificate,
  type Repeat,
  type ResourceDescriptor,
  type Statement,
} from './certificate.ts'
import { testResult, worstVerdict } from './certified-verdict.ts'
import { certifyTarget } from './certify-target.ts'
import { doesNotProve } from './does-not-prove.ts'
import type { NamedSet } from './named-set.ts'

/** Everything that a statement is made of. */
export interface StatementParts {
  readonly results: Results
  /** sha256 of results.json and, where there is one, of the archive with the evidence */
  readonly hashes: { readonly results: string; readonly evidence?: string | undefined }
  readonly requirements: NamedSet
  readonly issuedAt: string
  readonly expiresAt: string
  readonly repeat?: Repeat | undefined
}

/**
 * What is certified of results: the same parts always make the same statement, so that whoever has the results can make
 * it anew. Throws a RangeError when the requirement set lacks the vendor of a target.
 */
export function state(parts: StatementParts): Statement {
  const { results, requirements } = parts
  const checks = grouped(results.checks, ({ target }) => target)
  const held = results.targets.map((target) =>
    certifyTarget(target, checks.get(target.name) ?? [], requirements.set),
  )
  const warnedTests = held.flatMap(({ warned }) => warned.map(testName))
  const targets = held.map(({ certified }) => certified)
  const verdict = worstVerdict(targets.map((target) => target.verdict))
  const certificate = certificateOf(parts, { verdict, targets })
  return {
    _type: statementType,
    subject: subjectsOf(parts),
    predicateType,
    predicate: {
      result: testResult(verdict, warnedTests),
      configuration: configurationOf(certificate),
      warnedTests,
      failedTests: held.flatMap(({ failed }) => failed.map(testName)),
      orgproof: certificate,
    },
  }
}

const testName = ({ target, id }: CheckResult): string => `${target} ${id}`

const subjectsOf = ({ hashes }: StatementParts): Statement['subject'] => {
  const results = { name: subjectNames.results, digest: { sha256: hashes.results } }
  if (hashes.evidence === undefined) return [results]
  return [results, { name: subjectNames.evidence, digest: { sha256: hashes.evidence } }]
}

const certificateOf = (
  { results: { suite, run }, requirements, issuedAt, expiresAt, repeat }: StatementParts,
  found: Pick<Certificate, 'verdict' | 'targets'>,
): Certificate => ({
  schema: certificateSchema,
  suite,
  requirements: { version: requirements.set.version, sha256: requirements.sha256 },
  run: {
    id: run.id,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    seed: run.seed,
    ...(run.plan !== undefined && { plan: run.plan }),
  },
  issuedAt,
  expiresAt,
  ...found,
  ...(repeat !== undefined && { repeat }),
  doesNotProve,
})

/** What the run was made with, in in-toto's words: the suite, its requirement set, each document once. */
export function configurationOf({
  suite,
  requirements,
  targets,
}: Pick<Certificate, 'suite' | 'requirements' | 'targets'>): readonly ResourceDescriptor[] {
  const documents = new Map(targets.flatMap((target) => Object.entries(target.documents)))
  return [
    { name: suite.name, uri: packageUrl(suite) },
    {
      name: `requirement set ${requirements.version}`,
      digest: { sha256: requirements.sha256 },
    },
    ...[...documents].map(([name, sha256]) => ({ name, digest: { sha256 } })),
  ]
}

/** The package as a package URL writes it (ECMA-427). */
const packageUrl = ({ name, version }: Certificate['suite']): string =>
  `pkg:npm/${encodeURIComponent(name)}@${encodeURIComponent(version)}`
