import type { CaseRecord } from '../mutants/case-record.ts'
import { closeWays } from './all-ways.ts'
import { baseOf, fits, type Base } from './base.ts'
import { memberWays } from './member-ways.ts'
import { openIn, tryWrong, type Proof } from './proof.ts'
import { at } from './targets.ts'
import type { Way } from './ways.ts'

/** How many of the answers that decide a check are spoiled one by one. */
const mostPlaces = 4

/** Spoils each single answer by which a check is decided, whole and in each of its members. */
export async function proveAlone(proof: Proof, record: CaseRecord): Promise<void> {
  const checks = openIn(record, proof)
  if (checks.length === 0) return
  const base = await baseOf(proof, record, checks)
  for (const id of checks)
    for (const { place, way } of spoilingsOf(base, id)) {
      if (proof.proven.has(id)) break
      if (!fits(base, way, proof)(place)) continue
      const target = at(new Set([place]))
      await tryWrong(proof, base, { name: `one: ${way.name}`, spoiling: { target, way } })
    }
}

const spoilingsOf = (
  { answers, places }: Base,
  id: string,
): readonly { readonly place: number; readonly way: Way }[] =>
  withWhatLeadsThere(places(id).slice(0, mostPlaces)).flatMap((place) => {
    const answered = answers[place]
    const ways = answered === undefined ? [] : [...closeWays, ...memberWays(answered)]
    return ways.map((way) => ({ place, way }))
  })

/** What was written is often read of the next answer. */
const withWhatLeadsThere = (places: readonly number[]): readonly number[] => [
  ...new Set([...places, ...places.map((place) => place - 1)]),
]
