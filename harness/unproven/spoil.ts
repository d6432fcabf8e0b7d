import type { Question } from '../mutants/play.ts'
import { answeredOf, type Answered } from './answered.ts'
import type { KnownAnswers } from './known-answers.ts'
import type { Spoiling } from './targets.ts'

/** Spoils answers on their way. */
export function spoiling(
  { target, way }: Spoiling,
  known: KnownAnswers,
): NonNullable<Question['spoil']> {
  const isMeant = target.open()
  const told = new Map<string, Answered>()
  return (answer, note, place) => {
    const answered = answeredOf(answer, note)
    if (answered === undefined) return answer
    const before = told.get(answered.operation)
    if (!answered.isRefused) told.set(answered.operation, answered)
    if (!isMeant(answered, place)) return answer
    return way.spoil(answered, known, before) ?? answer
  }
}
