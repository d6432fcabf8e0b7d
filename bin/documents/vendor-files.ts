import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type { Problem } from '../../harness/problem.ts'
import type { JsonObject } from '../../specs/contract/json.ts'
import type { Overlay } from '../../specs/contract/overlay.ts'
import { collectCitations } from '../../specs/derive/collect-citations.ts'
import type { Derivation } from '../../specs/derive/derive.ts'
import type { StandingFiles } from '../../specs/derive/examine.ts'
import overlaySchema from '../../specs/schemas/overlay.schema.json' with { type: 'json' }
import sourcesSchema from '../../specs/schemas/sources.schema.json' with { type: 'json' }
import type { FileRead } from '../files/file-kind.ts'
import { parseJson } from '../files/parse-json.ts'
import { fitting, readParsed } from '../files/read-file.ts'
import { systemWords } from '../shell/system-words.ts'

/** What a vendor's sources.json says of its documents. */
interface Sources {
  readonly documents: readonly { readonly file: string; readonly sha256: string }[]
}

/** A vendor's folder: its documents, and the data files beside them by name. */
export interface VendorFiles {
  readonly vendor: string
  readonly folder: string
  readonly sources: Sources
  readonly json: Readonly<Record<string, JsonObject>>
}

/**
 * The vendors whose folder has a sources.json, in alphabetical order. Data files that name no document at
 * their top are read as if they named the vendor's first one.
 */
export async function readVendors(specs: string): Promise<FileRead<readonly VendorFiles[]>> {
  const all = join(specs, 'vendors')
  try {
    const names = (await readdir(all)).toSorted()
    const present = names.filter((vendor) => existsSync(join(all, vendor, 'sources.json')))
    const read = await Promise.all(present.map((vendor) => readVendor(vendor, join(all, vendor))))
    const problems = read.flatMap((one) => ('problems' in one ? one.problems : []))
    if (problems.length > 0) return { problems }
    const content = read.flatMap((one) => ('content' in one ? [one.content] : []))
    if (content.length > 0) return { content }
    return { problems: [noSpecs(`${all} holds no folder with a sources.json`)] }
  } catch (error) {
    return { problems: [noSpecs(`${all} ${systemWords(error)}`)] }
  }
}

const noSpecs = (message: string): Problem => ({
  code: 'SPECS_UNREADABLE',
  message,
  hint: '--specs names the folder of the specs; it is ./specs unless said',
})

/** Bytes of a data file: the largest has one million. */
const limit = 16 * 1024 ** 2

const dataKind = {
  limit,
  parse: parseJson,
  schema: { type: 'object' },
  typed: (value: unknown) => value as JsonObject,
}

const readVendor = async (vendor: string, folder: string): Promise<FileRead<VendorFiles>> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const problems: Problem[] = []
  const json: Record<string, JsonObject> = {}
  for (const name of names) {
    const read = await readData(join(folder, name))
    if ('problems' in read) problems.push(...read.problems)
    else json[`vendors/${vendor}/${name}`] = read.content
  }
  if (problems.length > 0) return { problems }
  const sources = json[`vendors/${vendor}/sources.json`] as unknown as Sources
  const document = sources.documents[0]?.file ?? ''
  const documented = Object.entries(json).map(([name, own]) => [name, { document, ...own }])
  return { content: { vendor, folder, sources, json: Object.fromEntries(documented) } }
}

/** A data file; those that are read for more than their citations have to fit their schema. */
const readData = async (path: string): Promise<FileRead<JsonObject>> => {
  const parsed = await readParsed(path, dataKind)
  if ('problems' in parsed) return parsed
  const schemas: Readonly<Record<string, object>> = {
    'sources.json': sourcesSchema,
    'overlay.json': overlaySchema,
  }
  const schema = schemas[basename(path)] ?? dataKind.schema
  return fitting(path, parsed.content, { ...dataKind, schema })
}

/** The standing files that cite one document, and what is derived from it. */
export function standingFiles(
  files: VendorFiles,
  document: string,
  derivation: Derivation | undefined,
): StandingFiles {
  const citing = Object.entries(files.json).filter(([, json]) =>
    collectCitations(json).some((placed) => placed.document === document),
  )
  const openapi = derivation && join(files.folder, 'openapi', basename(derivation.openapi))
  const overlay = files.json[`vendors/${files.vendor}/overlay.json`] as unknown as
    | Overlay
    | undefined
  return {
    openapi: openapi && existsSync(openapi) ? readFileSync(openapi, 'utf8') : undefined,
    overlay: overlay?.document === document ? overlay : undefined,
    citing: Object.fromEntries(citing),
  }
}
