import type { Case } from '../../suites/case/case.ts'
import type { Check } from '../../suites/verdict/verdict.ts'

/** Tells of a check whether it is one of what watches all that is asked: that is decided last, and sees more where more is asked. */
export function watchingChecks(cases: readonly Case[]): (check: Pick<Check, 'case'>) => boolean {
  const watching = new Set(cases.filter(({ after }) => after !== undefined).map(({ id }) => id))
  return ({ case: own }) => watching.has(own)
}
