import type { CaseRecord } from '../mutants/case-record.ts'
import type { Play } from '../mutants/play.ts'
import { answeredOf, type Answered } from './answered.ts'

/** What was answered in a play, and what it decided. */
export interface DecidingPlaces {
  /** in the order of the messages; undefined where no answer came */
  readonly answers: readonly (Answered | undefined)[]
  /** the checks that the answer at a place decided */
  readonly decides: (place: number) => readonly string[]
}

/** What was answered in the play of a case that is on record. */
export function decidingPlaces({ passed, notes, decidedBy }: CaseRecord): DecidingPlaces {
  return { answers: answersIn({ passed, notes }), decides: decidedBy }
}

/** What was answered in a play. */
export function answersIn({
  passed,
  notes,
}: Pick<Play, 'passed' | 'notes'>): DecidingPlaces['answers'] {
  return passed.map(({ answer, message }) => answeredOf(answer, notes.get(message)))
}

/** The places of the answers that decide each check. */
export function placesOf({
  judged,
  passed,
  numbers,
}: Play): ReadonlyMap<string, readonly number[]> {
  const places = new Map<number, number>()
  for (const [place, { sent }] of passed.entries()) {
    const number = numbers.get(sent)
    if (number !== undefined) places.set(number, place)
  }
  return new Map(
    judged.map(({ id, exchanges }) => [
      id,
      exchanges
        .flatMap((exchange) => places.get(exchange) ?? [])
        .toSorted((one, other) => one - other),
    ]),
  )
}
