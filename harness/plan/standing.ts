import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { ListVerb } from '../../specs/vocabulary/verbs.ts'
import { listAll } from '../../suites/actors/list-all.ts'
import type { Hand } from '../../suites/actors/speaker.ts'

/** How much stands in an organization that accounts are given of; what could not be read is absent. */
export interface Standing {
  /** whether there is one at all */
  readonly organization: boolean
  readonly accounts?: number
  readonly policies?: number
}

/** Counts what stands: reads only. */
export async function countStanding(vendor: Vendor, owner: Hand): Promise<Standing> {
  if (says(vendor, 'getOrganization')) {
    const outcome = await owner.getOrganization()
    if (outcome.kind === 'refused') return { organization: false }
  }
  const counts = vendor.profile.policyTypes.map((type) =>
    countOf(vendor, 'listPolicies', () => listAll(owner, 'listPolicies', { type })),
  )
  const accounts = await countOf(vendor, 'listAccounts', () => listAll(owner, 'listAccounts', {}))
  const policies = (await Promise.all(counts)).filter((count) => count !== undefined)
  return {
    organization: true,
    ...(accounts !== undefined && { accounts }),
    // the fullest of the types, each of which has room for so many
    ...(policies.length > 0 && { policies: Math.max(...policies) }),
  }
}

const countOf = async (
  vendor: Vendor,
  verb: ListVerb,
  list: () => ReturnType<typeof listAll>,
): Promise<number | undefined> => {
  if (!says(vendor, verb)) return undefined
  const outcome = await list()
  return outcome.kind === 'done' ? (outcome.value as readonly unknown[]).length : undefined
}
