import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { allCases, areQuestions, type Questions } from '../../harness/all-cases.ts'
import { requirementSetPath } from '../../harness/certificate/requirement-sets.ts'
import { ownVersion } from '../../harness/version.ts'
import {
  checkGroups,
  requirementSetSchema,
  requirementSetText,
  type VendorRequirements,
} from '../../specs/vendor/requirement-set.ts'
import type { Case } from '../../suites/case/case.ts'

/** The requirement set of this version by what stands in the tree: where it belongs, and what it says. Writes nothing. */
export async function requirementSetFile(
  specs: string,
): Promise<{ readonly path: string; readonly text: string }> {
  const found = await allCases([])
  if (!areQuestions(found)) throw new Error('the vendors can not be loaded')
  const vendors = found.map((one) => [one.vendor.id, requirementsOf(one, specs)] as const)
  const version = ownVersion()
  const text = requirementSetText({
    schema: requirementSetSchema,
    version,
    vendors: Object.fromEntries(vendors),
  })
  return { path: requirementSetPath(version), text }
}

/** A clock that can be set forward is nothing that a vendor documents: what needs one is asked besides. */
const isForAll = ({ movesTime }: Case): boolean => movesTime !== true

const requirementsOf = ({ vendor, cases }: Questions, specs: string): VendorRequirements => {
  const path = join(specs, 'vendors', vendor.id, 'sources.json')
  const { documents } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly documents: readonly { readonly file: string; readonly sha256: string }[]
  }
  return {
    documents: Object.fromEntries(documents.map(({ file, sha256 }) => [file, sha256])),
    checks: checkGroups(cases.filter(isForAll).flatMap(({ checks }) => checks)),
  }
}
