import type { CaseRecord } from '../mutants/case-record.ts'
import { answersIn } from './deciding-places.ts'
import { openIn, tryWrong, type Proof } from './proof.ts'
import { refusalWays } from './refusal-ways.ts'
import { refusals } from './targets.ts'

/** Spoils all refusals of a case at once: whoever is let in is told that they are not, and nothing else is in the way. */
export async function proveRefusals(proof: Proof, record: CaseRecord): Promise<void> {
  const refused = new Set(
    answersIn(record).flatMap((answered, place) =>
      answered?.isRefused === true ? record.decidedBy(place) : [],
    ),
  )
  for (const way of refusalWays) {
    const checks = openIn(record, proof).filter((id) => refused.has(id))
    if (checks.length === 0) return
    const wrong = { name: `refusals: ${way.name}`, spoiling: { target: refusals, way } }
    await tryWrong(proof, { record, checks }, wrong)
  }
}
