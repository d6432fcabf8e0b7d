import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { OpenApiDocument } from '../../specs/contract/openapi-document.ts'
import { applyOverlay, type Overlay } from '../../specs/contract/overlay.ts'
import { publishedContract } from '../../specs/contract/published-contract.ts'
import { derivations } from '../../specs/derive/derive.ts'
import { serialise } from '../../specs/derive/serialise.ts'

/** The published contract of a vendor, and how the standing file relates to it. */
export interface ContractFile {
  readonly path: string
  readonly text: string
  readonly identical: boolean
}

/** What a vendor's contract is made of: the texts of its derived files, and its errata. */
export interface ContractParts {
  readonly vendor: string
  readonly derived: readonly string[]
  readonly overlay: Overlay | undefined
}

/**
 * The contract that a vendor is judged by, as `openapi/<vendor>.json` of the folder holds it for others: one document,
 * with the errata in it. Throws when the overlay does not fit. Writes nothing.
 */
export function contractFile(
  { vendor, derived, overlay }: ContractParts,
  fixtures: string,
): ContractFile {
  const documents = derived.map((text) => JSON.parse(text) as OpenApiDocument)
  const main = documents.find(({ paths }) => Object.keys(paths).length > 0)
  if (main === undefined) throw new Error(`no document of ${vendor} has operations`)
  const effective = overlay === undefined ? main : applyOverlay(main, overlay)
  const further = documents.filter((document) => document !== main)
  const text = serialise(publishedContract(effective, further))
  const path = join(fixtures, 'openapi', `${vendor}.json`)
  return { path, text, identical: existsSync(path) && readFileSync(path, 'utf8') === text }
}

/** The published contracts of all vendors by what stands in the specs: no document is needed. */
export function contractFiles(specs: string, fixtures: string): readonly ContractFile[] {
  return [...new Set(derivations.map(({ vendor }) => vendor))].map((vendor) => {
    const own = derivations.filter((derivation) => derivation.vendor === vendor)
    const derived = own.map(({ openapi }) => readFileSync(join(specs, openapi), 'utf8'))
    const overlay = join(specs, 'vendors', vendor, 'overlay.json')
    return contractFile(
      { vendor, derived, overlay: JSON.parse(readFileSync(overlay, 'utf8')) as Overlay },
      fixtures,
    )
  })
}

/** The line that tells what became of a published contract. */
export function describeContractFile({ path, identical }: ContractFile, checking: boolean): string {
  const differs = checking ? 'differs from what is derived' : 'written'
  return `${path}: ${identical ? 'as derived' : differs}`
}
