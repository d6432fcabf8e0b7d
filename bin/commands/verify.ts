import { Command } from 'commander'

import { readPublicKey } from '../../harness/certificate/read-keys.ts'
import { requirementSet } from '../../harness/certificate/requirement-sets.ts'
import {
  verificationExit,
  verifyCertificate,
  type Verification,
  type VerificationOrder,
} from '../../harness/certificate/verify-certificate.ts'
import { exitCodes, problemsOf } from '../../harness/problem.ts'
import { ownVersion } from '../../harness/version.ts'
import { subjectHash, type Certificate } from '../../reports/certificate/certificate.ts'
import { printable } from '../../reports/text/printable.ts'
import { hashFile } from '../files/hash-file.ts'
import { readEnvelope, readStatement } from '../files/read-certificate.ts'
import { readHashedResults } from '../files/read-hashed-results.ts'
import { readKey } from '../files/read-key.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'

interface VerifyOptions {
  readonly key: string
  readonly results?: string
  readonly evidence?: string
  readonly json?: true
}

/** `orgproof verify`: whether a certificate is genuine and still holds. Asks nobody; `clock` tells what day it is. */
export function verifyCommand(shell: Shell, clock: () => number = Date.now): Command {
  return new Command('verify')
    .description('say whether a certificate is genuine, and still holds; nothing is fetched')
    .argument('<certificate>', 'the file that certify wrote')
    .requiredOption('--key <file>', 'the public key of whoever is said to have signed it, in PEM')
    .option('--results <file>', 'the results.json that it is about')
    .option('--evidence <file>', 'the archive with the evidence that it is about')
    .option('--json', 'print for machines')
    .action((path: string, options: VerifyOptions) => verify(shell, clock, { path, options }))
}

interface Told {
  readonly path: string
  readonly options: VerifyOptions
}

const verify = async (
  shell: Shell,
  clock: () => number,
  { path, options }: Told,
): Promise<void> => {
  const envelope = await readEnvelope(path)
  const key = await readKey(options.key, readPublicKey)
  const results = options.results === undefined ? undefined : await readHashedResults(options.results)
  const evidence = options.evidence === undefined ? undefined : await hashFile(options.evidence)
  const problems = [envelope, key, results, evidence].flatMap(problemsOf)
  if (problems.length > 0 || !('content' in envelope && 'key' in key)) {
    return fail(shell, exitCodes.usage, problems)
  }
  const given = results !== undefined && 'content' in results ? results.content : undefined
  const verification = verifyCertificate({
    envelope: envelope.content,
    key: key.key,
    read: (text) => readStatement(`${path}, what is signed`, text),
    now: clock(),
    ...requirementSets(),
    results: given && {
      sha256: given.sha256,
      content: 'content' in given.read ? given.read.content : undefined,
    },
    evidence: evidence !== undefined && 'content' in evidence ? evidence.content : undefined,
  })
  // whatever else they are, results that hash to the subject are those; that nobody can read them is the caller's to mend
  if (given !== undefined && isSubject(verification, given.sha256) && 'problems' in given.read) {
    return fail(shell, exitCodes.usage, given.read.problems)
  }
  print(shell, options.json === true ? asJson(verification) : asText(verification))
  shell.exitCode = verificationExit(verification)
}

const requirementSets = (): Pick<VerificationOrder, 'current' | 'setOf'> => {
  const current = requirementSet(ownVersion())
  if (current === undefined) throw new Error('this release has no requirement set')
  return { current, setOf: requirementSet }
}

const isSubject = ({ statement }: Verification, sha256: string): boolean =>
  statement !== undefined && subjectHash(statement, 'results') === sha256

const questions = ['signature', 'coverage', 'repeat', 'current'] as const

/** The verdict first, where the certificate may be believed; then the answer to each question. */
const asText = (verification: Verification): string =>
  [
    ...(certifiedIn(verification)?.targets.map(
      ({ name, vendor, endpoint, verdict }) => `${verdict}: ${name} (${vendor}) at ${endpoint}`,
    ) ?? ['not valid: nothing that it says is to be believed']),
    ...questions.flatMap((name) => {
      const { state, says } = verification[name]
      const [first = '', ...others] = says
      return [
        `${name.padEnd(9)}  ${state.padEnd(7)}  ${first}`,
        ...others.map((other) => `${' '.repeat(20)}${other}`),
      ]
    }),
  ]
    .map(printable)
    .join('\n')

/** What is certified, unless anything about it is invalid. */
const certifiedIn = (verification: Verification): Certificate | undefined =>
  verificationExit(verification) === exitCodes.nonconformant
    ? undefined
    : verification.statement?.predicate.orgproof

const asJson = (verification: Verification): string => {
  const { statement: _statement, ...findings } = verification
  const certificate = certifiedIn(verification)
  const targets = certificate?.targets.map(({ name, vendor, endpoint, verdict }) => ({
    name,
    vendor,
    endpoint,
    verdict,
  }))
  return JSON.stringify(
    {
      exitCode: verificationExit(verification),
      ...(certificate !== undefined && { verdict: certificate.verdict, targets }),
      ...findings,
    },
    null,
    2,
  )
}
