import type { Open, PolicyType, Root } from '../../specs/vocabulary/verbs.ts'

/** What the root says of a policy type; undefined when it does not name the type. */
export function typeStatus(roots: readonly Root[], type: Open<PolicyType>): string | undefined {
  return roots.flatMap(({ policyTypes = [] }) => policyTypes).find((state) => state.type === type)
    ?.status
}
