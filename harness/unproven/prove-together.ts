import type { CaseRecord } from '../mutants/case-record.ts'
import { closeWays } from './all-ways.ts'
import { baseOf, fits } from './base.ts'
import { openIn, tryWrong, type Proof } from './proof.ts'
import { at } from './targets.ts'

/**
 * Spoils the last answers by which checks are decided, of all checks at once and no others, so that whatever leads there
 * stays right.
 */
export async function proveTogether(proof: Proof, record: CaseRecord): Promise<void> {
  const checks = openIn(record, proof)
  if (checks.length === 0) return
  const base = await baseOf(proof, record, checks)
  for (const way of closeWays) {
    const open = checks.filter((id) => !proof.proven.has(id))
    const places = open.flatMap((id) => base.places(id).slice(0, 1)).filter(fits(base, way, proof))
    if (places.length === 0) continue
    const target = at(new Set(places))
    await tryWrong(proof, base, { name: `some: ${way.name}`, spoiling: { target, way } })
  }
}
