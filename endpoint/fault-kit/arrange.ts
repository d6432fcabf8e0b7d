import type { Tag } from '../../specs/vocabulary/verbs.ts'
import type { Said, Visit, Visitor } from '../look.ts'

/** What looks at faults begin with. Each of these throws when the endpoint does not do it. */

/** The milliseconds after which whatever takes time is settled. */
export const minute: number = 60_000
/** The milliseconds of a day. */
export const day: number = 1440 * minute

/** The boss founds an organization; its root. */
export async function founded({ boss }: Visit): Promise<string> {
  await boss.createOrganization({})
  const [root] = (await boss.listRoots({})).result.items
  return root?.id ?? ''
}

/** The boss invites an account, the guest unless said; the invitation. */
export async function invited({ boss, guest }: Visit, { id }: Visitor = guest): Promise<string> {
  return (await inviting(boss, id)).result.id
}

/** An account is invited; what came of it. */
export async function inviting(by: Visitor, id: string): Promise<Said<'inviteAccount'>> {
  return await by.inviteAccount({
    target: { kind: 'account', id },
    name: `n${id}`,
    notes: 'come in',
  })
}

/** The guest, or another account, joins the boss's organization; its id. */
export async function joined(visit: Visit, who: Visitor = visit.guest): Promise<string> {
  await who.acceptInvitation({ invitation: await invited(visit, who) })
  return who.id
}

/** An account that the boss creates; empty where the creation failed. */
export async function created({ boss, wait }: Visit, email = 'made@example.org'): Promise<string> {
  const { result } = await boss.createAccount({ name: 'Made', email })
  wait(minute)
  return (await boss.getAccountCreation({ creation: result.id })).result.account ?? ''
}

/** A new unit in a parent. */
export async function unitIn({ boss }: Visit, parent: string, name = 'Unit'): Promise<string> {
  return (await boss.createUnit({ parent, name })).result.id
}

/** A unit under the root with the guest in it. */
export async function populated(
  visit: Visit,
): Promise<{ root: string; unit: string; account: string }> {
  const root = await founded(visit)
  const unit = await unitIn(visit, root, 'Full')
  const account = await joined(visit)
  await visit.boss.moveAccount({ account, from: root, to: unit })
  return { root, unit, account }
}

/** A document that the vendor accepts as a policy of a type, or another one. */
export function policyContent({ vendor }: Visit, type: 'control' | 'tag', nth: 0 | 1 = 0): string {
  return vendor.profile.policyContents[type]?.[nth] ?? ''
}

/** A new policy of a type. */
export async function policyNamed(
  visit: Visit,
  name: string,
  type: 'control' | 'tag' = 'control',
): Promise<string> {
  const content = policyContent(visit, type)
  return (await visit.boss.createPolicy({ name, type, description: 'd', content })).result.id
}

/** The vendor's own policy, which is attached everywhere. */
export function builtinPolicy({ vendor }: Visit): string {
  return vendor.profile.builtinPolicy?.id ?? ''
}

/** A service that can be trusted, and another one. */
export function serviceOf({ vendor }: Visit, nth: 0 | 1 = 0): string {
  return vendor.profile.services[nth]
}

/** The guest joins and administers a service; its id. */
export async function delegated(visit: Visit): Promise<string> {
  await founded(visit)
  const account = await joined(visit)
  const service = serviceOf(visit)
  await visit.boss.enableServiceAccess({ service })
  await visit.boss.registerDelegate({ account, service })
  return account
}

/** Two tags with one key, which can not both be kept. */
export const sameKeyTwice: readonly Tag[] = [
  { key: 'a', value: '1' },
  { key: 'a', value: '2' },
]

/** So many tags with keys of their own. */
export function tagsOf(count: number): readonly Tag[] {
  return Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: '' }))
}
