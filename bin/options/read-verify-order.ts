import type { GivenResults } from '../../harness/certificate/against-results.ts'
import { readPublicKey } from '../../harness/certificate/read-keys.ts'
import { requirementSet } from '../../harness/certificate/requirement-sets.ts'
import type { VerificationOrder } from '../../harness/certificate/verify-certificate.ts'
import { problemsOf, type Problem } from '../../harness/problem.ts'
import { ownVersion } from '../../harness/version.ts'
import { contentOf, type FileRead } from '../files/file-kind.ts'
import { hashFile } from '../files/hash-file.ts'
import { readEnvelope, readStatement } from '../files/read-certificate.ts'
import { readHashedResults, type HashedFile } from '../files/read-hashed-results.ts'
import { readKey } from '../files/read-key.ts'

/** The flags of `verify`: unread text. */
export interface VerifyOptions {
  readonly key: string
  readonly results?: string
  readonly repeat?: string
  readonly evidence?: string
  readonly json?: true
}

/** Everything that `verify` was told, as far as it can be read before the signature is looked at. */
export interface VerifyOrder {
  readonly order: VerificationOrder
  /** the results that were given, which may well not be readable: then all depends on whether they are those meant */
  readonly given: readonly HashedFile[]
}

/** Reads all of what `verify` was told, and lists all that is wrong at once. */
export async function readVerifyOrder(
  path: string,
  options: VerifyOptions,
  now: number,
): Promise<VerifyOrder | { readonly problems: readonly Problem[] }> {
  const envelope = await readEnvelope(path)
  const key = await readKey(options.key, readPublicKey)
  const results = await readGiven(options.results)
  const repeat = await readGiven(options.repeat)
  const evidence = options.evidence === undefined ? undefined : await hashFile(options.evidence)
  const problems = [envelope, key, results, repeat, evidence].flatMap(problemsOf)
  if (problems.length > 0 || !('content' in envelope && 'key' in key)) return { problems }
  const order: VerificationOrder = {
    envelope: envelope.content,
    key: key.key,
    read: (text) => readStatement(`${path}, what is signed`, text),
    now,
    ...requirementSets(),
    results: asGiven(contentOf(results)),
    repeat: asGiven(contentOf(repeat)),
    evidence: contentOf(evidence),
  }
  return { order, given: [results, repeat].flatMap((one) => contentOf(one) ?? []) }
}

const readGiven = async (path: string | undefined): Promise<FileRead<HashedFile> | undefined> =>
  path === undefined ? undefined : await readHashedResults(path)

const asGiven = (file: HashedFile | undefined): GivenResults | undefined =>
  file && { sha256: file.sha256, content: contentOf(file.read) }

const requirementSets = (): Pick<VerificationOrder, 'current' | 'setOf'> => {
  const current = requirementSet(ownVersion())
  if (current === undefined) throw new Error('this release has no requirement set')
  return { current, setOf: requirementSet }
}
