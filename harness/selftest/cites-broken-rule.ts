import type { Fault } from '../../endpoint/fault.ts'
import { citationKey, cite, type Citation } from '../../specs/contract/citation.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { globMatcher } from '../../suites/verdict/glob.ts'
import type { Check } from '../../suites/verdict/verdict.ts'

/**
 * Whether a check cites a line that one of the rules cites which a fault breaks. Where no rule says it (a protocol
 * without a document), the check's id decides. Throws when the fault breaks something the vendor's register
 * does not have.
 */
export function citesBrokenRule(fault: Fault, vendor: Vendor): (check: Check) => boolean {
  const broken = fault.breaks[vendor.id] ?? []
  const globs = broken.filter((name) => name.includes('/')).map(globMatcher)
  const evidence = broken
    .filter((name) => !name.includes('/'))
    .flatMap((name) => evidenceOf(vendor, name))
  const places = new Set(evidence.map(citationKey))
  return ({ id, citations }) =>
    globs.some((fits) => fits(id)) ||
    citations.some((citation) => places.has(citationKey(citation)))
}

const evidenceOf = (vendor: Vendor, rule: string): readonly Citation[] => {
  const found = vendor.requirements.find(({ id }) => id === rule)
  if (found === undefined) throw new Error(`the register of ${vendor.id} has no rule ${rule}`)
  return found.citations.map((evidence) => cite(vendor.contract.document, evidence))
}
