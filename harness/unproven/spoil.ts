import type { Question } from '../mutants/play.ts'
import { answeredOf } from './answered.ts'
import type { KnownAnswers } from './known-answers.ts'
import type { Spoiling } from './targets.ts'

/** Spoils answers on their way. */
export function spoiling(
  { target, way }: Spoiling,
  known: KnownAnswers,
): NonNullable<Question['spoil']> {
  const isMeant = target.open()
  return (answer, note, place) => {
    const answered = answeredOf(answer, note)
    if (answered === undefined || !isMeant(answered, place)) return answer
    return way.spoil(answered, known) ?? answer
  }
}
