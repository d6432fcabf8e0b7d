import type { KeyObject } from 'node:crypto'

import {
  certificateProblems,
  type CertificateOrder,
  type GivenOrder,
  type HashedResults,
} from '../../harness/certificate/issue-certificate.ts'
import { passphraseVariable, readPrivateKey } from '../../harness/certificate/read-keys.ts'
import { knownRequirementSets, requirementSet } from '../../harness/certificate/requirement-sets.ts'
import { problemsOf, quoted, type Problem } from '../../harness/problem.ts'
import type { NamedSet } from '../../reports/certificate/named-set.ts'
import { validDays } from '../../reports/certificate/validity.ts'
import { contentOf, type FileRead } from '../files/file-kind.ts'
import { readEvidence, type EvidenceRead } from '../files/read-evidence.ts'
import { readHashedResults } from '../files/read-hashed-results.ts'
import { readKey } from '../files/read-key.ts'
import { prepareFile } from '../outputs/prepare.ts'
import { prepareFileBeside } from '../outputs/same-file.ts'
import type { Environment } from '../shell/shell.ts'
import { readWhole } from './numbers.ts'

/** The flags of `certify`: unread text. */
export interface CertifyOptions {
  readonly key: string
  readonly out: string
  readonly repeat?: string
  readonly evidence?: string
  readonly requirements?: string
  readonly days: string
}

/** Everything that `certify` was told, read and found well. */
export interface CertifyOrder {
  readonly order: CertificateOrder
  readonly key: KeyObject
  readonly files: CertificateFiles
  readonly evidence: Pick<EvidenceRead, 'path' | 'named'>
}

/** Where a certificate and its human forms go. */
export interface CertificateFiles {
  readonly certificate: string
  readonly html: string
  readonly markdown: string
  readonly badge: string
}

/** Where the clock stands and which variables there are. */
export interface Around {
  readonly env: Environment
  readonly now: number
}

/** Reads all of what `certify` was told, and lists all that is wrong at once; nothing is written. */
export async function readCertifyOrder(
  path: string,
  options: CertifyOptions,
  { env, now }: Around,
): Promise<CertifyOrder | { readonly problems: readonly Problem[] }> {
  const passphrase = env[passphraseVariable] || undefined
  const key = await readKey(options.key, (name, pem) => readPrivateKey(name, pem, passphrase))
  const results = await readResultsFile(path)
  const repeat = await readRepeat(options.repeat)
  const evidence = await readEvidence(options.evidence, path, results)
  const days = readWhole('--days', options.days, validDays)
  const set = readSet(options.requirements, results)
  const files = filesOf(options.out)
  const given = {
    results: contentOf(results),
    repeat: contentOf(repeat),
    evidence: contentOf(evidence.read),
    requirements: contentOf(set),
    days: 'value' in days ? days.value : undefined,
    now,
  }
  const problems = [
    ...[key, results, repeat, evidence.read, days, set].flatMap(problemsOf),
    ...certificateProblems(given),
    ...(await outputProblems([path, evidence.path], options, files)),
  ]
  if (problems.length > 0 || !('key' in key) || !isWhole(given)) return { problems }
  return { order: given, key: key.key, files, evidence }
}

const isWhole = (order: GivenOrder): order is CertificateOrder =>
  order.results !== undefined && order.requirements !== undefined && order.days !== undefined

const readRepeat = async (path: string | undefined): Promise<FileRead<HashedResults> | undefined> =>
  path === undefined ? undefined : readResultsFile(path)

const readResultsFile = async (path: string): Promise<FileRead<HashedResults>> => {
  const file = await readHashedResults(path)
  if ('problems' in file) return file
  const { sha256, read } = file.content
  return 'problems' in read ? read : { content: { sha256, content: read.content } }
}

/** The requirement set that is named, else that of the release which made the results. */
const readSet = (
  named: string | undefined,
  results: FileRead<HashedResults>,
): FileRead<NamedSet> | undefined => {
  const version = named ?? contentOf(results)?.content.suite.version
  if (version === undefined) return undefined
  const set = requirementSet(version)
  if (set !== undefined) return { content: set }
  const message =
    named === undefined
      ? 'the results are of a release that has no requirement set here'
      : `there is no requirement set ${quoted(named)}`
  const hint = `--requirements names one of ${knownRequirementSets().join(', ')}`
  return { problems: [{ code: 'REQUIREMENTS_UNKNOWN', message, hint }] }
}

const filesOf = (out: string): CertificateFiles => ({
  certificate: out,
  html: `${out}.html`,
  markdown: `${out}.md`,
  badge: `${out}.badge.svg`,
})

const outputProblems = async (
  read: readonly (string | undefined)[],
  { out, key, repeat }: CertifyOptions,
  files: CertificateFiles,
): Promise<readonly Problem[]> => {
  if (out === '') return prepareFile(out)
  const inputs = [...read, key, repeat].flatMap((name) => name ?? [])
  const found = await Promise.all(
    Object.values(files).map((file: string) => prepareFileBeside(file, inputs)),
  )
  return found.flat()
}
