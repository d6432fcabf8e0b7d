import type { CaseRecord } from '../mutants/case-record.ts'
import type { Answered } from './answered.ts'
import { answersIn, placesOf } from './deciding-places.ts'
import { ask, type Asked, type Proof } from './proof.ts'
import type { Way } from './ways.ts'

/** What a right play of some checks of a case came to: others may be asked less. */
export interface Base extends Asked {
  readonly answers: readonly (Answered | undefined)[]
  /** where a check is decided, the last place first */
  readonly places: (check: string) => readonly number[]
}

/** Plays some checks of a case at the right endpoint. Of what is decided by nothing in particular any answer may
 * decide it: the last one to its operation comes first. */
export async function baseOf(
  proof: Proof,
  record: CaseRecord,
  checks: readonly string[],
): Promise<Base> {
  const right = await ask(proof, { record, checks })
  const answers = answersIn(right)
  const places = placesOf(right)
  const operations = new Map(record.case.checks.map(({ id, operation }) => [id, operation]))
  const all = [...answers.keys()].toReversed()
  const successes = (check: string): readonly number[] => {
    const operation = operations.get(check)
    return all.filter((place) => {
      const { isRefused, operation: own } = answers[place] ?? { isRefused: true, operation: '' }
      return !isRefused && (operation === undefined || own === operation)
    })
  }
  return {
    record,
    checks,
    answers,
    places: (check) => {
      const own = places.get(check)?.toReversed() ?? []
      return own.length > 0 ? own : [...new Set([...successes(check).slice(0, 1), ...all])]
    },
  }
}

/** Whether the answer at a place can be wrong in a way. */
export function fits(
  { answers }: Base,
  { spoil }: Way,
  { known }: Proof,
): (place: number) => boolean {
  return (place) => {
    const answered = answers[place]
    if (answered === undefined) return false
    const before = answers.slice(0, place).findLast((one) => {
      return one?.isRefused === false && one.operation === answered.operation
    })
    return spoil(answered, known, before) !== undefined
  }
}
