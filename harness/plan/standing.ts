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
  /** the ids of its accounts */
  readonly members?: readonly string[]
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
  const members = await membersOf(vendor, owner)
  const policies = (await Promise.all(counts)).filter((count) => count !== undefined)
  return {
    organization: true,
    ...(members !== undefined && { members, accounts: members.length }),
    // the fullest of the types, each of which has room for so many
    ...(policies.length > 0 && { policies: Math.max(...policies) }),
  }
}

const membersOf = async (vendor: Vendor, owner: Hand): Promise<readonly string[] | undefined> => {
  if (!says(vendor, 'listAccounts')) return undefined
  const outcome = await listAll(owner, 'listAccounts', {})
  return outcome.kind === 'done' ? outcome.value.map(({ id }) => id) : undefined
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
