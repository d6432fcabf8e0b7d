import type { Open, PolicyType, Root } from '../../specs/vocabulary/verbs.ts'

/**
 * The status of a policy type in the root; undefined when it is off: the root does not name it, or, as some services
 * keep it in the list, names it as disabled.
 */
export function typeStatus(roots: readonly Root[], type: Open<PolicyType>): string | undefined {
  const { status } =
    roots.flatMap(({ policyTypes = [] }) => policyTypes).find((state) => state.type === type) ?? {}
  return status === 'disabled' ? undefined : status
}
