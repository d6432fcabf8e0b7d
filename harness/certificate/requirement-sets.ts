import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { NamedSet } from '../../reports/certificate/named-set.ts'
import type { RequirementSet } from '../../specs/vendor/requirement-set.ts'
import { sha256Hex } from '../../specs/wire/sha256.ts'
import { packageRoot } from '../package-root.ts'

const folder = new URL('specs/requirement-sets/', packageRoot)

/** Where the requirement set of a version stands in this package, whether there is one or not. */
export function requirementSetPath(version: string): string {
  return fileURLToPath(new URL(`${encodeURIComponent(version)}.json`, folder))
}

/** The versions whose requirement sets come with this package. */
export function knownRequirementSets(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted()
}

/** The requirement set of a version, with the hash of its file; undefined where this package has none. */
export function requirementSet(version: string): NamedSet | undefined {
  if (!knownRequirementSets().includes(version)) return undefined
  const bytes = readFileSync(requirementSetPath(version))
  return {
    set: JSON.parse(bytes.toString('utf8')) as RequirementSet,
    sha256: sha256Hex(bytes),
  }
}
