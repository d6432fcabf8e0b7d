import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

import { Command } from 'commander'

import { derivations } from '../../specs/derive/derive.ts'
import { examine, type Examination } from '../../specs/derive/examine.ts'
import { describeExamination, type Examined } from '../describe-examination.ts'
import { fail } from '../fail.ts'
import { readText } from '../files/read-text.ts'
import { codeOf, isDiskFull, systemWords } from '../files/system-words.ts'
import { examineGoldenFiles } from '../golden-files.ts'
import { exitCodes, type Problem } from '../problem.ts'
import { documentsRow, readDeriveOrder, type DeriveOptions } from '../read-derive-order.ts'
import { print, type Shell } from '../shell.ts'
import { optionOf } from '../variable-options.ts'
import { standingFiles, type VendorFiles } from '../vendor-files.ts'

/**
 * `orgproof derive`: reads vendor documents and writes the OpenAPI files and golden exchanges derived from
 * them; with `--check` it writes nothing and says what became of every citation in the vendors' files. Exit
 * codes: 0 all as committed (or written), 1 drift, 3 the known edition of a document can not be read or its result must
 * not be written, 64 wrong usage: a document that is missing or another one, folders that can not be used.
 */
export function deriveCommand(shell: Shell): Command {
  return new Command('derive')
    .description(
      'derive OpenAPI and golden exchanges from the vendor documents, or check the committed files',
    )
    .addOption(optionOf(documentsRow))
    .option('--specs <folder>', 'where the specs are', 'specs')
    .option('--fixtures <folder>', 'where the golden exchanges are', 'fixtures')
    .option('--vendor <id>', 'documents of this vendor only')
    .option('--check', 'write nothing; report every citation that is not where it was')
    .action((_: unknown, told: Command) => derive(shell, told))
}

const derive = async (shell: Shell, told: Command): Promise<void> => {
  const order = await readDeriveOrder(told, shell.env)
  if ('problems' in order) return fail(shell, exitCodes.usage, order.problems)
  const { options, vendors } = order
  try {
    const examined: Examined[] = []
    for (const files of vendors) examined.push(...(await examineVendor(files, options)))
    for (const each of examined) print(shell, describeExamination(each, options.check === true))
    tell(shell, examined, options)
  } catch (error) {
    if (codeOf(error) === '' || isDiskFull(error)) throw error
    const { path = options.specs } = error as NodeJS.ErrnoException
    fail(shell, exitCodes.usage, [
      { code: 'SPECS_UNUSABLE', message: `${path} ${systemWords(error)}` },
    ])
  }
}

/** What all came to: nothing is written unless everything could be read. */
const tell = (shell: Shell, examined: readonly Examined[], options: DeriveOptions): void => {
  const broken = examined.filter(isBroken)
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
const conclude = (examined: readonly Examined[], options: DeriveOptions): number => {
  const checking = options.check === true
  if (!checking) writeAll(examined, options.specs)
  const drifted = examined.some(({ derivation, examination }) =>
    examination.findings.some(
      // Citations of the file just written are as derived by definition.
      ({ state, file }) => state !== 'unchanged' && (checking || file !== derivation?.openapi),
    ),
  )
  const stale = checking && examined.some(differs)
  const forgotten = examined.some(({ golden }) => (golden?.stale.length ?? 0) > 0)
  return drifted || stale || forgotten ? exitCodes.nonconformant : exitCodes.conformant
}

const isBroken = ({ examination, golden }: Examined): boolean =>
  examination.problems.length > 0 || golden?.problem !== undefined

const differs = ({ examination, golden }: Examined): boolean =>
  !examination.identical || (golden?.files ?? []).some(({ identical }) => !identical)

const examineVendor = async (
  files: VendorFiles,
  options: DeriveOptions,
): Promise<readonly Examined[]> => {
  const examined: Examined[] = []
  for (const { file, sha256 } of files.sources.documents) {
    const derivation = derivations.find(
      ({ vendor, document }) => vendor === files.vendor && document === file,
    )
    const path = join(options.documents, file)
    const read = await readText(path, documentLimit)
    const text = 'text' in read ? read.text : undefined
    const place = { files, file, derivation }
    const examination =
      'problem' in read ? broken(read.problem.message) : await examineText(read.text, place)
    const golden = goldenFiles({ text, examination, ...place }, options)
    const found = text === undefined ? undefined : hashOf(text)
    const foreign = options.check === true ? [] : foreignProblems(path, { expected: sha256, found })
    const problems = [...examination.problems, ...foreign]
    examined.push({
      known: found === sha256,
      vendor: files.vendor,
      document: file,
      derivation,
      examination: { ...examination, problems },
      ...(golden !== undefined && { golden }),
    })
  }
  return examined
}

const broken = (problem: string): Examination => ({
  derived: undefined,
  problems: [problem],
  findings: [],
  identical: false,
})

interface Place {
  readonly files: VendorFiles
  readonly file: string
  readonly derivation: Examined['derivation']
}

interface Read extends Place {
  readonly text: string | undefined
  readonly examination: Examination
}

/** Golden exchanges are read against the contract: without one there are none. */
const goldenFiles = (
  { text, examination: { derived }, files, file, derivation }: Read,
  { fixtures }: DeriveOptions,
): Examined['golden'] => {
  if (derivation === undefined || text === undefined || derived === undefined) return undefined
  const { overlay } = standingFiles(files, file, derivation)
  return examineGoldenFiles({ derivation, text, derived, overlay }, fixtures)
}

const examineText = async (
  text: string,
  { files, file, derivation }: Place,
): Promise<Examination> => {
  const companions = readCompanions(derivation?.companions ?? [])
  if (typeof companions === 'string') return broken(companions)
  return await examine(
    { document: file, text, derivation, companions },
    standingFiles(files, file, derivation),
  )
}

/** The texts of files in installed packages, or which package is missing. */
const readCompanions = (specifiers: readonly string[]): readonly string[] | string => {
  const { resolve } = createRequire(import.meta.url)
  try {
    return specifiers.map((specifier) => readFileSync(resolve(specifier), 'utf8'))
  } catch (error) {
    const [first = ''] = specifiers
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return `${first.split('/')[0]} is read beside the document and is not installed: ${why}`
  }
}

/** Bytes of a document: the largest has two million. */
const documentLimit = 32 * 1024 ** 2

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A new edition of a document is adopted on purpose: by its hash in sources.json, not by overwriting. */
const foreignProblems = (
  path: string,
  { expected, found }: { readonly expected: string; readonly found: string | undefined },
): readonly string[] => {
  if (found === undefined || expected === found) return []
  return [
    `${path} has the hash ${found}, but sources.json names ${expected}; ` +
      'run with --check to see what differs, then change sources.json to adopt this edition',
  ]
}

/** First every file beside its place, then every one into its place: a failure leaves the old ones. */
const writeAll = (examined: readonly Examined[], specs: string): void => {
  const written = examined
    .flatMap((each) => filesToWrite(each, specs))
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
