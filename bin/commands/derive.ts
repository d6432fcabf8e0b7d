import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { Command } from 'commander'

import { exitCodes, type Problem } from '../../harness/problem.ts'
import { describeContractFile } from '../documents/contract-file.ts'
import { describeExamination, type Examined } from '../documents/describe-examination.ts'
import { examineVendor, type ExaminedVendor } from '../documents/examine-vendor.ts'
import { readDeriveOrder, type DeriveOptions } from '../documents/read-derive-order.ts'
import { documentsRow } from '../options/documents-option.ts'
import { optionOf } from '../options/variable-options.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'
import { codeOf, isDiskFull, systemWords } from '../shell/system-words.ts'

/**
 * `orgproof derive`: reads vendor documents and writes the OpenAPI files and golden exchanges derived from
 * them, and the contracts that are published of them; with `--check` it writes nothing and says what became of
 * every citation in the vendors' files. Exit codes: 0 all as committed (or written), 1 drift, 3 the known edition of a document can not be read or its result must
 * not be written, 64 wrong usage: a document that is missing or another one, folders that can not be used.
 */
export function deriveCommand(shell: Shell): Command {
  return new Command('derive')
    .description(
      'derive OpenAPI, contracts and golden exchanges from the vendor documents, or check the committed files',
    )
    .addOption(optionOf(documentsRow))
    .option('--specs <folder>', 'where the specs are', 'specs')
    .option('--fixtures <folder>', 'where the contracts and the golden exchanges are', 'fixtures')
    .option('--vendor <id>', 'documents of this vendor only')
    .option('--check', 'write nothing; report every citation that is not where it was')
    .action((_: unknown, told: Command) => derive(shell, told))
}

const derive = async (shell: Shell, told: Command): Promise<void> => {
  const order = await readDeriveOrder(told, shell.env)
  if ('problems' in order) return fail(shell, exitCodes.usage, order.problems)
  const { options, vendors } = order
  try {
    const examined: ExaminedVendor[] = []
    for (const files of vendors) examined.push(await examineVendor(files, options))
    for (const each of examined) print(shell, describe(each, options.check === true))
    tell(shell, examined, options)
  } catch (error) {
    if (codeOf(error) === '' || isDiskFull(error)) throw error
    const { path = options.specs } = error as NodeJS.ErrnoException
    fail(shell, exitCodes.usage, [
      { code: 'SPECS_UNUSABLE', message: `${path} ${systemWords(error)}` },
    ])
  }
}

const describe = ({ documents, contract }: ExaminedVendor, checking: boolean): string =>
  [
    ...documents.map((each) => describeExamination(each, checking)),
    ...(contract === undefined ? [] : [describeContractFile(contract, checking)]),
  ].join('\n')

/** What all came to: nothing is written unless everything could be read. */
const tell = (shell: Shell, examined: readonly ExaminedVendor[], options: DeriveOptions): void => {
  const broken = examined.flatMap(({ documents }) => documents).filter(isBroken)
  if (broken.length === 0) {
    shell.exitCode = conclude(examined, options)
    return
  }
  // a document that is the one we know must be readable; any other is what the caller gave us
  const ours = broken.some(({ known }) => known)
  fail(shell, ours ? exitCodes.harness : exitCodes.usage, broken.map(notDerived))
}

const notDerived = ({ examination, golden, document }: Examined): Problem => {
  const [why = golden?.problem ?? 'it can not be read'] = examination.problems
  return { code: 'NOT_DERIVED', message: `nothing was written: ${document}: ${why}` }
}

/** Writes when asked to, and returns the exit code. */
const conclude = (examined: readonly ExaminedVendor[], options: DeriveOptions): number => {
  const checking = options.check === true
  const documents = examined.flatMap((each) => each.documents)
  if (!checking) writeAll(examined, options.specs)
  const drifted = documents.some(({ derivation, examination }) =>
    examination.findings.some(
      // Citations of the file just written are as derived by definition.
      ({ state, file }) => state !== 'unchanged' && (checking || file !== derivation?.openapi),
    ),
  )
  const stale = checking && (documents.some(differs) || examined.some(isUnpublished))
  const forgotten = documents.some(({ golden }) => (golden?.stale.length ?? 0) > 0)
  return drifted || stale || forgotten ? exitCodes.nonconformant : exitCodes.conformant
}

const isBroken = ({ examination, golden }: Examined): boolean =>
  examination.problems.length > 0 || golden?.problem !== undefined

const differs = ({ examination, golden }: Examined): boolean =>
  !examination.identical || (golden?.files ?? []).some(({ identical }) => !identical)

const isUnpublished = ({ contract }: ExaminedVendor): boolean => contract?.identical === false

/** First every file beside its place, then every one into its place: a failure leaves the old ones. */
const writeAll = (examined: readonly ExaminedVendor[], specs: string): void => {
  const written = examined
    .flatMap(({ documents, contract }) => [
      ...documents.flatMap((each) => filesToWrite(each, specs)),
      ...(contract === undefined || contract.identical ? [] : [contract]),
    ])
    .map(({ path, text }) => {
      const beside = join(dirname(path), `.${basename(path)}.new`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(beside, text)
      return { path, beside }
    })
  for (const { path, beside } of written) renameSync(beside, path)
}

const filesToWrite = (
  { derivation, examination, golden }: Examined,
  specs: string,
): readonly { readonly path: string; readonly text: string }[] => {
  const { derived, identical } = examination
  if (derivation === undefined || derived === undefined) return []
  const openapi = identical ? [] : [{ path: join(specs, derivation.openapi), text: derived }]
  return [...openapi, ...(golden?.files ?? []).filter((file) => !file.identical)]
}
