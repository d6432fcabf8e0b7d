import type { Came, LookOutcome, Visit, Visitor } from '../look.ts'

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
export async function inviting(by: Visitor, id: string): Promise<LookOutcome<'inviteAccount'>> {
  return await by.inviteAccount({
    target: { kind: 'account', id },
    name: `n${id}`,
    notes: 'come in',
  })
}

/** The guest accepts an invitation twenty days after it was sent; what came of it. */
export async function acceptingLate(visit: Visit): Promise<LookOutcome<'acceptInvitation'>> {
  await founded(visit)
  const invitation = await invited(visit)
  visit.wait(20 * day)
  return await visit.guest.acceptInvitation({ invitation })
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

/** Whether an account stands in a unit or in the root. */
export async function kindAbove({ boss }: Visit, child: string): Promise<string | undefined> {
  const [parent] = (await boss.listParents({ child })).result.items
  return parent?.kind
}

/** The boss invites the guest a second time; what came of it. */
export async function invitedTwice(visit: Visit): Promise<Came> {
  await founded(visit)
  await invited(visit)
  return (await inviting(visit.boss, visit.guest.id)).came
}

/** How many of the two accounts of an organization are on a page that was asked for with one entry. */
export async function shownOnAPageOfOne(visit: Visit): Promise<number> {
  await founded(visit)
  await joined(visit)
  return (await visit.boss.listAccounts({ size: 1 })).result.items.length
}

/** The boss asks for a page that is larger than any; what came of it. */
export async function hugePageAsked(visit: Visit): Promise<Came> {
  await founded(visit)
  const most = visit.vendor.profile.limits.pageSizeMax?.value ?? 0
  return (await visit.boss.listAccounts({ size: most + 1 })).came
}
