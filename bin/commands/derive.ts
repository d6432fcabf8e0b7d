import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

import { Command, Option } from 'commander'

import { derivations } from '../../specs/derive/derive.ts'
import { examine, type Examination } from '../../specs/derive/examine.ts'
import { describeExamination, type Examined } from '../describe-examination.ts'
import { examineGoldenFiles } from '../golden-files.ts'
import { didYouMean } from '../nearest.ts'
import { exitCodes } from '../problem.ts'
import { readVendors, standingFiles, type VendorFiles } from '../vendor-files.ts'

interface DeriveOptions {
  readonly documents: string
  readonly specs: string
  readonly fixtures: string
  readonly vendor?: string
  readonly check?: true
}

/**
 * `orgproof derive`: reads vendor documents and writes the OpenAPI files and golden exchanges derived from
 * them; with `--check` it writes nothing and says what became of every citation in the vendors' files. Exit
 * codes: 0 all as committed (or written), 1 drift, 3 a document that cannot be read or a result that must not
 * be written, 64 wrong usage: also a folder that lacks a document.
 */
export function deriveCommand(): Command {
  return new Command('derive')
    .description(
      'derive OpenAPI and golden exchanges from the vendor documents, or check the committed files',
    )
    .addOption(
      new Option('--documents <folder>', 'where the vendor documents are')
        .env('ORGPROOF_DOCUMENTS')
        .makeOptionMandatory(),
    )
    .option('--specs <folder>', 'where the specs are', 'specs')
    .option('--fixtures <folder>', 'where the golden exchanges are', 'fixtures')
    .option('--vendor <id>', 'documents of this vendor only')
    .option('--check', 'write nothing; report every citation that is not where it was')
    .action(derive)
}

const derive = async (options: DeriveOptions, command: Command): Promise<void> => {
  const vendors = readVendors(options.specs)
  const ids = vendors.map(({ vendor }) => vendor)
  if (options.vendor !== undefined && !ids.includes(options.vendor)) {
    const hint = didYouMean(options.vendor, ids) ?? `known are ${ids.join(', ')}`
    command.error(`orgproof: unknown vendor ${options.vendor}; ${hint}`, {
      exitCode: exitCodes.usage,
    })
  }
  const examined: Examined[] = []
  for (const files of vendors) {
    if ((options.vendor ?? files.vendor) === files.vendor) {
      examined.push(...(await examineVendor(files, options)))
    }
  }
  for (const each of examined) console.log(describeExamination(each, options.check === true))
  process.exitCode = conclude(examined, options)
}

/** Writes when asked to and nothing stands against it, and returns the exit code. */
const conclude = (examined: readonly Examined[], options: DeriveOptions): number => {
  const missing = examined.some(({ document }) => !existsSync(join(options.documents, document)))
  if (missing) return exitCodes.usage
  if (examined.some(isBroken)) return exitCodes.harness
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
    const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined
    const place = { files, file, derivation }
    const examination =
      text === undefined
        ? broken(`${path} does not exist; --documents names the folder that holds it`)
        : await examineText(text, place)
    const golden = goldenFiles({ text, examination, ...place }, options)
    const foreign = options.check === true ? [] : foreignProblems(path, sha256)
    const problems = [...examination.problems, ...foreign]
    examined.push({
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

/** A new edition of a document is adopted on purpose: by its hash in sources.json, not by overwriting. */
const foreignProblems = (path: string, expected: string): readonly string[] => {
  if (!existsSync(path)) return []
  const found = createHash('sha256').update(readFileSync(path)).digest('hex')
  if (expected === found) return []
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
