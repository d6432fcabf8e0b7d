import type { CaseRecord } from '../mutants/case-record.ts'
import { baseOf, fits } from './base.ts'
import { outputWays, rarerOutputWays } from './output-ways.ts'
import { openIn, tryWrong, type Proof } from './proof.ts'
import { accepted } from './refusal-ways.ts'
import { at } from './targets.ts'

/** How many answers of a case are spoiled one by one. */
const mostPlaces = 60

const ways = [...outputWays, ...rarerOutputWays, accepted]

/** Spoils each single answer of a case, the last one first: a check may rest on more than what it says decides it. */
export async function proveElsewhere(proof: Proof, record: CaseRecord): Promise<void> {
  const checks = openIn(record, proof)
  if (checks.length === 0) return
  const base = await baseOf(proof, record, checks)
  const places = [...base.answers.keys()].toReversed().slice(0, mostPlaces)
  for (const place of places)
    for (const way of ways) {
      if (checks.every((id) => proof.proven.has(id))) return
      if (!fits(base, way, proof)(place)) continue
      const target = at(new Set([place]))
      await tryWrong(proof, base, { name: `elsewhere: ${way.name}`, spoiling: { target, way } })
    }
}
