import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { problemsOf } from '../../harness/problem.ts'
import type { JsonObject } from '../../specs/contract/json.ts'
import type { Overlay } from '../../specs/contract/overlay.ts'
import overlaySchema from '../../specs/schemas/overlay.schema.json' with { type: 'json' }
import sourcesSchema from '../../specs/schemas/sources.schema.json' with { type: 'json' }
import type { FileKind, FileRead } from '../files/file-kind.ts'
import { parseJson } from '../files/parse-json.ts'
import { readFile } from '../files/read-file.ts'

/** What a vendor's sources.json says of its documents. */
interface Sources {
  readonly documents: readonly { readonly file: string; readonly sha256: string }[]
}

/** A vendor's folder: its documents, and the data files beside them by name. */
export interface VendorFiles {
  readonly vendor: string
  readonly folder: string
  readonly sources: Sources
  /** absent where the vendor has no errata */
  readonly overlay: Overlay | undefined
  readonly json: Readonly<Record<string, JsonObject>>
}

/** The largest data file has one million bytes. */
const written = { limit: 16 * 1024 ** 2, parse: parseJson }

/** A data file that is searched for citations. */
const dataKind: FileKind<JsonObject> = {
  ...written,
  schema: { type: 'object' },
  typed: (value) => value as JsonObject,
}

const sourcesKind: FileKind<Sources> = {
  ...written,
  schema: sourcesSchema,
  typed: (value) => value as Sources,
}

const overlayKind: FileKind<Overlay> = {
  ...written,
  schema: overlaySchema,
  typed: (value) => value as Overlay,
}

/** What is read for more than its citations. */
const special = ['sources.json', 'overlay.json']

/**
 * Reads the data files of a vendor's folder. Those that name no document at their top are read as if they named the
 * vendor's first one. Rejects with the system's error when the folder can not be listed.
 */
export async function readVendor(vendor: string, folder: string): Promise<FileRead<VendorFiles>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const sources = await readFile(join(folder, 'sources.json'), sourcesKind)
  const overlay = names.includes('overlay.json')
    ? await readFile(join(folder, 'overlay.json'), overlayKind)
    : { content: undefined }
  const read = await Promise.all(
    names.map(async (name) => await readFile(join(folder, name), dataKind)),
  )
  const others = read.filter((_, at) => !special.includes(names[at] ?? ''))
  const problems = [sources, overlay, ...others].flatMap(problemsOf)
  if (!('content' in sources && 'content' in overlay) || problems.length > 0) return { problems }
  const document = sources.content.documents[0]?.file ?? ''
  const json = read.flatMap((one, at) =>
    'content' in one ? [[`vendors/${vendor}/${names[at]}`, { document, ...one.content }]] : [],
  )
  return {
    content: {
      vendor,
      folder,
      sources: sources.content,
      overlay: overlay.content,
      json: Object.fromEntries(json),
    },
  }
}
