import type { Fault } from '../../endpoint/fault.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Check } from '../../suites/verdict/verdict.ts'
import type { CaseRecord } from '../mutants/case-record.ts'
import { citesBrokenRule } from '../selftest/cites-broken-rule.ts'
import { openIn, tryWrong, type Proof } from './proof.ts'

/** An endpoint that somebody made wrong by hand, and which checks cite a rule that it breaks. */
export interface CitedFault {
  readonly fault: Fault
  readonly cites: (check: Check) => boolean
}

/** Those of a vendor. */
export function citedFaults(faults: readonly Fault[], vendor: Vendor): readonly CitedFault[] {
  return faults
    .filter(({ breaks }) => vendor.id in breaks)
    .map((fault) => ({ fault, cites: citesBrokenRule(fault, vendor) }))
}

/** Asks each fault what cites a rule that it breaks. */
export async function proveByFaults(
  proof: Proof,
  record: CaseRecord,
  faults: readonly CitedFault[],
): Promise<void> {
  for (const { fault, cites } of faults) {
    const open = new Set(openIn(record, proof))
    if (open.size === 0) return
    const citing = record.case.checks.filter((check) => open.has(check.id) && cites(check))
    const checks = citing.map(({ id }) => id)
    if (checks.length > 0) await tryWrong(proof, { record, checks }, { name: fault.name, fault })
  }
}
