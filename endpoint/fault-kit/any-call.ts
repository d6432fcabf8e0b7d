import type { LookOutcome, Visit } from '../look.ts'

/** Calls that can be made to every vendor, whatever it offers. */

/** A call that is carried out in an empty world. */
export async function acceptedCall({ boss, speaks, vendor }: Visit): Promise<LookOutcome> {
  if (speaks('createOrganization')) return await boss.createOrganization({})
  const [endpoint] = vendor.profile.endpoints ?? []
  return await boss.revokeEndpoints({ endpoints: endpoint === undefined ? [] : [{ endpoint }] })
}

/** A call that is refused in an empty world, since what it speaks of is not there. */
export async function refusedCall({ boss, speaks, vendor }: Visit): Promise<LookOutcome> {
  if (speaks('getOrganization')) return await boss.getOrganization({})
  const endpoint = vendor.profile.unknown['endpoint'] ?? ''
  return await boss.revokeEndpoints({ endpoints: [{ endpoint }] })
}

/** A call with a text that is longer than the contract allows. */
export async function oversizedCall({ boss, speaks }: Visit): Promise<LookOutcome> {
  const long = 'n'.repeat(300)
  if (speaks('revokeEndpoints')) return await boss.revokeEndpoints({ region: long })
  // some vendors state no length but that of the keys in a search
  if (speaks('listTaggedResources')) {
    return await boss.listTaggedResources({ kind: 'unit', tags: [{ key: long, values: [] }] })
  }
  return await boss.createUnit({ parent: 'parent', name: long })
}

/** A call with a text that is not of the form the contract states. */
export async function misshapenCall({ boss, speaks }: Visit): Promise<LookOutcome> {
  if (speaks('revokeEndpoints')) return await boss.revokeEndpoints({ region: '?' })
  // of these, each vendor states a form for the id or for the name
  return await boss.updatePolicy({ policy: '?', name: ' ' })
}

/** A call that speaks of something which the boss's organization does not have. */
export async function strayCall(visit: Visit): Promise<LookOutcome> {
  const { boss, speaks, third } = visit
  if (!speaks('createOrganization')) return await refusedCall(visit)
  await boss.createOrganization({})
  return await boss.getAccount({ account: third.id })
}
