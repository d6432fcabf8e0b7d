import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { derivations } from '../../specs/derive/derive.ts'
import { examine, type Examination } from '../../specs/derive/examine.ts'
import { readText } from '../files/read-text.ts'
import { contractFile, type ContractFile } from './contract-file.ts'
import type { Examined } from './describe-examination.ts'
import { examineGoldenFiles } from './golden-files.ts'
import type { DeriveOptions } from './read-derive-order.ts'
import type { VendorFiles } from './read-vendor.ts'
import { standingFiles } from './vendor-files.ts'

/** What the documents of a vendor come to beside the committed files. */
export interface ExaminedVendor {
  readonly documents: readonly Examined[]
  /** what is published of them all; absent when one of them can not be read */
  readonly contract: ContractFile | undefined
}

/** Reads every document of a vendor, and holds what comes of them against the committed files. */
export async function examineVendor(
  files: VendorFiles,
  options: DeriveOptions,
): Promise<ExaminedVendor> {
  const documents = await examineDocuments(files, options)
  const derivable = documents.filter(({ derivation }) => derivation !== undefined)
  const derived = derivable.flatMap(({ examination: { derived: text, problems } }) =>
    text === undefined || problems.length > 0 ? [] : [text],
  )
  if (derived.length < derivable.length) return { documents, contract: undefined }
  const { vendor, overlay } = files
  return { documents, contract: contractFile({ vendor, derived, overlay }, options.fixtures) }
}

const examineDocuments = async (
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

interface PlaceInFile {
  readonly files: VendorFiles
  readonly file: string
  readonly derivation: Examined['derivation']
}

interface Read extends PlaceInFile {
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
  { files, file, derivation }: PlaceInFile,
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
