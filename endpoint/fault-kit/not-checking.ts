import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Fault } from '../fault.ts'

/** Accepts inputs that the contract refuses for one of these reasons, when it is the first. */
export function notChecking(...reasons: readonly RefusalName[]): Fault['alter'] {
  return ({ check }) => ({
    check: (heard, original) => {
      const problem = check(heard, original)
      return problem !== undefined && reasons.includes(problem.refusal) ? undefined : problem
    },
  })
}
