import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { PolicyType, Root } from '../../specs/vocabulary/verbs.ts'
import type { Verbal } from '../actors/speaker.ts'
import { typeStatus } from '../actors/type-status.ts'
import { lookAtTree, openLooking, type Looking, type Snapshot } from './snapshot.ts'

/** So many of a kind are looked at one by one: an organization that was given may have any number. */
const most = 100

/**
 * Looks at all that an account can read of its organization: what `takeSnapshot` shows, and of every policy, account and
 * delegate what hangs on it. Policies are looked at of the vendor's first types and of those that are on; of a type that has
 * none nobody asks where they hang.
 */
export async function takeWholeSnapshot(vendor: Vendor, observer: Verbal): Promise<Snapshot> {
  const { seen, list, read } = openLooking(vendor, observer)
  await read('getOrganization', () => observer.getOrganization())
  const roots = await list('listRoots', {})
  const accounts = await list('listAccounts', {})
  for (const verb of plain) await list(verb, {})
  for (const { id } of (await list('listDelegates', {})).slice(0, most)) {
    await list('listDelegations', { account: id })
  }
  const types = await lookAtPolicies(observer, { seen, list, read }, typesToAsk(vendor, roots))
  const root = roots.map(({ id }) => id)
  const units = (await Promise.all(root.map((id) => lookAtTree(id, list)))).flat()
  for (const id of [...root, ...units, ...accounts.map((one) => one.id)].slice(0, most)) {
    await list('listTags', { resource: id })
    for (const type of types) await list('listPoliciesOn', { target: id, type })
  }
  return seen
}

/** Looks at each policy of some types; the types of which there are any. */
const lookAtPolicies = async (
  observer: Verbal,
  { list, read }: Looking,
  types: readonly PolicyType[],
): Promise<readonly PolicyType[]> => {
  const found: PolicyType[] = []
  for (const type of types) {
    const policies = await list('listPolicies', { type })
    if (policies.length > 0) found.push(type)
    for (const { id: policy, builtin } of policies.slice(0, most)) {
      await read('getPolicy', () => observer.getPolicy({ policy }), { policy })
      await list('listTargetsOf', { policy })
      if (builtin !== true) await list('listTags', { resource: policy })
    }
  }
  return found
}

/** Lists that are asked for without naming anything, and that nothing else is asked by. */
const plain = ['listAccountCreations', 'listSentInvitations', 'listTrustedServices'] as const

/** The first two types that a vendor has, and whichever is on. */
const typesToAsk = ({ profile }: Vendor, roots: readonly Root[]): readonly PolicyType[] =>
  profile.policyTypes.filter((type, index) => index < 2 || typeStatus(roots, type) !== undefined)
