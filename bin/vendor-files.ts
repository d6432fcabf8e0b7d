import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { collectCitations } from '../specs/derive/collect-citations.ts'
import type { Derivation } from '../specs/derive/derive.ts'
import type { StandingFiles } from '../specs/derive/examine.ts'
import type { Overlay } from '../specs/derive/overlay.ts'
import type { JsonObject } from '../specs/json.ts'

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
export function readVendors(specs: string): readonly VendorFiles[] {
  const folders = readdirSync(join(specs, 'vendors'))
  return folders.toSorted().flatMap((vendor) => {
    const folder = join(specs, 'vendors', vendor)
    if (!existsSync(join(folder, 'sources.json'))) return []
    const sources = readJson(join(folder, 'sources.json')) as unknown as Sources
    const document = sources.documents[0]?.file ?? ''
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    const json = names.map((name) => [
      `vendors/${vendor}/${name}`,
      { document, ...readJson(join(folder, name)) },
    ])
    return [{ vendor, folder, sources, json: Object.fromEntries(json) }]
  })
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

const readJson = (path: string): JsonObject => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JsonObject
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON`, { cause: error })
  }
}
