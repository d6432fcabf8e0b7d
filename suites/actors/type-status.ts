import type { Open, PolicyType, Root } from '../../specs/vocabulary/verbs.ts'

/** The status of a policy type in the root; undefined when it is off: the root does not name it, or names it as disabled. */
export function typeStatus(roots: readonly Root[], type: Open<PolicyType>): string | undefined {
  const states = roots.flatMap(({ policyTypes = [] }) => policyTypes)
  return states.find((state) => state.type === type && state.status !== 'disabled')?.status
}
