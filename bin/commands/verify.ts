import { Command } from 'commander'

import {
  verificationExit,
  verifyCertificate,
  type Verification,
} from '../../harness/certificate/verify-certificate.ts'
import { exitCodes, problemsOf } from '../../harness/problem.ts'
import { subjectHash, type Certificate } from '../../reports/certificate/certificate.ts'
import { printable } from '../../reports/text/printable.ts'
import type { HashedFile } from '../files/read-hashed-results.ts'
import { readVerifyOrder, type VerifyOptions } from '../options/read-verify-order.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'

/** `orgproof verify`: whether a certificate is genuine and still holds. Asks nobody; `clock` tells what day it is. */
export function verifyCommand(shell: Shell, clock: () => number = Date.now): Command {
  return new Command('verify')
    .description('say whether a certificate is genuine, and still holds; nothing is fetched')
    .argument('<certificate>', 'the file that certify wrote')
    .requiredOption('--key <file>', 'the public key of whoever is said to have signed it, in PEM')
    .option('--results <file>', 'the results.json that it is about')
    .option('--repeat <file>', 'the results.json of its second run')
    .option('--evidence <file>', 'the archive with the evidence that it is about')
    .option('--json', 'print for machines')
    .addHelpText('after', exits)
    .action((path: string, options: VerifyOptions) => verify(shell, clock, { path, options }))
}

const exits = `
Exit codes: 0 valid and current, whatever the verdict, 1 invalid or inconsistent, 2 lapsed, or no second run that
found the same, 64 wrong usage.`

interface Told {
  readonly path: string
  readonly options: VerifyOptions
}

const verify = async (
  shell: Shell,
  clock: () => number,
  { path, options }: Told,
): Promise<void> => {
  const read = await readVerifyOrder(path, options, clock())
  if ('problems' in read) return fail(shell, exitCodes.usage, read.problems)
  const { order, given } = read
  const verification = verifyCertificate(order)
  // what has the hash that is named is what was certified: that nobody can read it is no forgery
  const named = given.filter((file) => isNamed(verification, file))
  const unreadable = named.flatMap(({ read: content }) => problemsOf(content))
  if (unreadable.length > 0) return fail(shell, exitCodes.usage, unreadable)
  print(shell, options.json === true ? asJson(verification) : asText(verification))
  shell.exitCode = verificationExit(verification)
}

const isNamed = ({ statement }: Verification, { sha256 }: HashedFile): boolean =>
  statement !== undefined &&
  (subjectHash(statement, 'results') === sha256 ||
    statement.predicate.orgproof.repeat?.sha256 === sha256)

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
