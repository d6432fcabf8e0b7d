import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { contractOf } from '../../specs/contract/load-contract.ts'
import type { OpenApiDocument } from '../../specs/contract/openapi-document.ts'
import { applyOverlay, type Overlay } from '../../specs/contract/overlay.ts'
import type { Derivation } from '../../specs/derive/derive.ts'
import { serialise } from '../../specs/derive/serialise.ts'

/** The golden exchanges of a document, and how the standing files relate to them. */
export interface GoldenFiles {
  /** where they stand */
  readonly folder: string
  readonly files: readonly {
    readonly path: string
    readonly text: string
    readonly identical: boolean
  }[]
  /** standing files that nothing is derived for any more */
  readonly stale: readonly string[]
  /** why nothing must be written */
  readonly problem?: string
}

/** A document read: its text, the OpenAPI file derived from it, and the errata laid over that. */
export interface DerivedDocument {
  readonly derivation: Derivation
  readonly text: string
  readonly derived: string
  readonly overlay: Overlay | undefined
}

/**
 * Derives the golden exchanges of a document and compares them with the files in `contracts/<vendor>` of the
 * folder. Writes nothing; undefined when the document shows no examples.
 */
export function examineGoldenFiles(
  { derivation, text, derived, overlay }: DerivedDocument,
  fixtures: string,
): GoldenFiles | undefined {
  const { vendor, golden } = derivation
  if (golden === undefined) return undefined
  const folder = join(fixtures, 'contracts', vendor)
  const errata = overlay ?? { document: derivation.document, entries: [] }
  try {
    const contract = contractOf(applyOverlay(JSON.parse(derived) as OpenApiDocument, errata))
    const exchanges = golden(text, { vendor, contract, overlay: errata })
    const files = exchanges.map((file) => compare(folder, file.operation, serialise(file)))
    const paths = new Set(files.map(({ path }) => path))
    const stale = standing(folder).filter((path) => !paths.has(path))
    return { folder, files, stale }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { folder, files: [], stale: [], problem }
  }
}

const compare = (folder: string, operation: string, text: string): GoldenFiles['files'][number] => {
  const path = join(folder, `${operation}.json`)
  return { path, text, identical: existsSync(path) && readFileSync(path, 'utf8') === text }
}

const standing = (folder: string): readonly string[] => {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.toSorted().map((name) => join(folder, name))
}

/** The lines that tell what became of golden exchanges: one per file that differs, then the total. */
export function describeGoldenFiles(golden: GoldenFiles, checking: boolean): readonly string[] {
  const { folder, files, stale, problem } = golden
  if (problem !== undefined) return [`problem: ${problem}`]
  const differing = files.filter(({ identical }) => !identical)
  const verb = checking ? 'differs from what is derived' : 'written'
  return [
    ...differing.map(({ path }) => `${path}: ${verb}`),
    ...stale.map((path) => `${path}: derived no more, delete it`),
    `${folder}: ${files.length} files, ${files.length - differing.length} as derived`,
  ]
}
