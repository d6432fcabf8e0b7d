import type { Play } from '../mutants/play.ts'
import { answeredOf, type Answered } from './answered.ts'

/** What was answered in a play, in the order of the messages; undefined where no answer came. */
export function answersIn({
  passed,
  notes,
}: Pick<Play, 'passed' | 'notes'>): readonly (Answered | undefined)[] {
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
