import { Command } from 'commander'

import { keyId } from '../../harness/certificate/envelope.ts'
import { issueCertificate } from '../../harness/certificate/issue-certificate.ts'
import { passphraseVariable } from '../../harness/certificate/read-keys.ts'
import { exitCodes } from '../../harness/problem.ts'
import { certificateBadge } from '../../reports/certificate/badge.ts'
import type { Statement } from '../../reports/certificate/certificate.ts'
import { pageHtml } from '../../reports/certificate/page-html.ts'
import { pageMarkdown } from '../../reports/certificate/page-markdown.ts'
import { pageOf } from '../../reports/certificate/page.ts'
import { printable } from '../../reports/text/printable.ts'
import { readStatement } from '../files/read-certificate.ts'
import {
  readCertifyOrder,
  type CertificateFiles,
  type CertifyOptions,
  type CertifyOrder,
} from '../options/read-certify-order.ts'
import { writeOutput } from '../outputs/write.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'

/** `orgproof certify`: what a run found, signed. `clock` tells when it is issued. */
export function certifyCommand(shell: Shell, clock: () => number = Date.now): Command {
  return new Command('certify')
    .description('sign what a run found, for somebody who need not trust you')
    .argument('<results>', 'the results.json of a whole run')
    .requiredOption(
      '--key <file>',
      `the private key: ed25519 in PEM; the passphrase of an encrypted one is read from ${passphraseVariable}`,
    )
    .requiredOption(
      '--out <file>',
      'where the certificate goes; its human forms go to <file>.html, .md and .badge.svg',
    )
    .option('--repeat <file>', 'the results.json of a second run of the same')
    .option(
      '--evidence <file>',
      'the archive with the evidence of the run; evidence.tar.gz beside the results unless said',
    )
    .option('--requirements <version>', 'the requirement set; that of the results unless said')
    .option('--days <n>', 'how many days after the end of the run it holds', '90')
    .action((path: string, options: CertifyOptions) => certify(shell, clock, { path, options }))
}

interface Told {
  readonly path: string
  readonly options: CertifyOptions
}

const certify = async (
  shell: Shell,
  clock: () => number,
  { path, options }: Told,
): Promise<void> => {
  const read = await readCertifyOrder(path, options, { env: shell.env, now: clock() })
  if ('problems' in read) return fail(shell, exitCodes.usage, read.problems)
  const { order, key, files, evidence } = read
  const { envelope, statement } = issueCertificate(order, key)
  // what nobody could verify is not handed out
  const readable = readStatement(path, JSON.stringify(statement))
  if ('problems' in readable) return fail(shell, exitCodes.usage, readable.problems)
  const keyid = keyId(key)
  const texts = textsOf(statement, { keyid, envelope: `${JSON.stringify(envelope)}\n` })
  for (const [name, text] of Object.entries(texts)) {
    if (!(await writeOutput(shell, files[name as keyof CertificateFiles], text))) return
  }
  print(shell, summary(statement, { keyid, files, evidence }))
}

const textsOf = (
  statement: Statement,
  { keyid, envelope }: { readonly keyid: string; readonly envelope: string },
): Readonly<Record<keyof CertificateFiles, string>> => {
  const page = pageOf(statement, keyid)
  return {
    certificate: envelope,
    html: pageHtml(page),
    markdown: pageMarkdown(page),
    badge: certificateBadge(statement.predicate.orgproof),
  }
}

interface Certified extends Pick<CertifyOrder, 'files' | 'evidence'> {
  readonly keyid: string
}

/** The verdict first: a certificate may well say that an endpoint does not conform. */
const summary = (
  { predicate: { orgproof } }: Statement,
  { keyid, files, evidence }: Certified,
): string => {
  const { verdict, targets, requirements, expiresAt, repeat } = orgproof
  return [
    `certified as ${verdict}, by the requirement set ${requirements.version}, until ${expiresAt}`,
    ...targets.map((target) => printable(`  ${target.name} is ${target.verdict}`)),
    ...(repeat === undefined ? ['without a second run: verify says so (--repeat)'] : []),
    ...(repeat !== undefined && repeat.differing > 0
      ? [`the second run has ${repeat.differing} of ${repeat.compared} verdicts otherwise`]
      : []),
    ...(evidence.named || evidence.path === undefined
      ? []
      : [`with the evidence beside the results: ${evidence.path}`]),
    `signed by the key ${keyid}`,
    `${files.certificate}, and for people ${files.html}, ${files.markdown}, ${files.badge}`,
  ].join('\n')
}
