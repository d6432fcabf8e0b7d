import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Verbal } from '../actors/speaker.ts'
import { lookAtTree, openLooking, type Looking, type Snapshot } from './snapshot.ts'

/** So many of a kind are looked at one by one: an organization that was given may have any number. */
const most = 100

/**
 * Looks at all that an account can read of its organization: what `takeSnapshot` shows, and of every policy, account and
 * delegate what hangs on it. Where a type has no policies, nothing is asked for where they hang.
 */
export async function takeWholeSnapshot(vendor: Vendor, observer: Verbal): Promise<Snapshot> {
  const { seen, list, read } = openLooking(vendor, observer)
  await read('getOrganization', () => observer.getOrganization())
  const [root] = await list('listRoots', {})
  const accounts = await list('listAccounts', {})
  for (const verb of [
    'listAccountCreations',
    'listSentInvitations',
    'listTrustedServices',
  ] as const)
    await list(verb, {})
  for (const { id } of (await list('listDelegates', {})).slice(0, most))
    await list('listDelegations', { account: id })
  const types = await lookAtPolicies(vendor, observer, { seen, list, read })
  const units = root === undefined ? [] : await lookAtTree(root.id, list)
  const nodes = [...(root ? [root.id] : []), ...units, ...accounts.map(({ id }) => id)]
  for (const id of nodes.slice(0, most)) {
    await list('listTags', { resource: id })
    for (const type of types) await list('listPoliciesOn', { target: id, type })
  }
  return seen
}

/** Looks at each policy; the types of which there are any. */
const lookAtPolicies = async (
  vendor: Vendor,
  observer: Verbal,
  { list, read }: Looking,
): Promise<readonly PolicyType[]> => {
  const found: PolicyType[] = []
  for (const type of vendor.profile.policyTypes) {
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
