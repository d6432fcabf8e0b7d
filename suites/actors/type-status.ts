import type { Open, PolicyType, Root } from '../../specs/vocabulary/verbs.ts'

/** The status of a policy type in the root; undefined when the root does not name the type. */
export function typeStatus(roots: readonly Root[], type: Open<PolicyType>): string | undefined {
  return roots.flatMap(({ policyTypes = [] }) => policyTypes).find((state) => state.type === type)
    ?.status
}
