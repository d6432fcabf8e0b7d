import type { Case } from '../case/case.ts'
import type { JudgedCheck, Judgement } from '../verdict/verdict.ts'
import type { JudgedChecks } from './run-case.ts'

/** What an earlier part of a run has judged, and where. */
export interface JudgedPart {
  readonly target: string
  readonly judged: Readonly<Record<string, Judgement>>
}

/**
 * The cases of which an earlier part of the run has judged everything that is wanted. What watches the whole run is none
 * of them: it is judged at the end.
 */
export function judgedBefore(
  cases: readonly Case[],
  wanted: (check: string) => boolean,
  { target, judged }: JudgedPart,
): ReadonlyMap<Case, JudgedChecks> {
  const known = new Map(Object.entries(judged))
  return new Map(
    cases.flatMap((one): readonly (readonly [Case, JudgedChecks])[] => {
      const own = one.checks.filter(({ id }) => wanted(id))
      if (one.after !== undefined || own.length === 0) return []
      const found = own.flatMap((check): readonly (readonly [string, JudgedCheck])[] => {
        const judgement = known.get(check.id)
        return judgement === undefined ? [] : [[check.id, { ...check, ...judgement, target }]]
      })
      return found.length < own.length ? [] : [[one, new Map(found)]]
    }),
  )
}
