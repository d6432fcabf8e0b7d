import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Args, Item, ListVerb } from '../../specs/vocabulary/verbs.ts'
import { listAll } from '../actors/list-all.ts'
import type { Verbal } from '../actors/speaker.ts'
import { judgeRefusal } from '../verdict/judge.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { inOneOrder } from './one-order.ts'

/** What an account sees of its organization, by the question that shows it; answers as sorted JSON. */
export type Snapshot = ReadonlyMap<string, string>

/** Lists of units after which a tree is cut off. */
const treeLimit = 100

/** Lists of an organization that are asked for without naming anything. */
const plain = [
  'listAccounts',
  'listSentInvitations',
  'listTrustedServices',
  'listDelegates',
] as const satisfies readonly ListVerb[]

/** Whether a snapshot of the vendor's organizations shows anything: each begins with one of these. */
export function shows(vendor: Vendor): boolean {
  const first: readonly ListVerb[] = ['listRoots', ...plain, 'listPolicies']
  return first.some((verb) => says(vendor, verb))
}

/**
 * Looks at everything a refused request could have changed: roots, units, accounts, policies and where they
 * hang, tags, invitations, services. What can not be read is left out: it shows neither way.
 */
export async function takeSnapshot(vendor: Vendor, observer: Verbal): Promise<Snapshot> {
  const seen = new Map<string, string>()
  const look = async <V extends ListVerb>(
    verb: V,
    args: Omit<Args<V>, 'token'>,
  ): Promise<readonly Item<V>[]> => {
    if (!says(vendor, verb)) return []
    const outcome = await listAll(observer, verb, args)
    const question = `${verb} ${JSON.stringify(args)}`
    if (deniesOrganization(vendor, outcome)) seen.set(question, 'refused: no organization')
    if (outcome.kind !== 'done') return []
    seen.set(question, inOneOrder(outcome.value))
    return outcome.value
  }
  const [root] = await look('listRoots', {})
  for (const verb of plain) await look(verb, {})
  for (const type of vendor.profile.policyTypes) {
    await look('listPolicies', { type })
    if (root !== undefined) await look('listPoliciesOn', { target: root.id, type })
  }
  if (root === undefined) return seen
  await look('listTags', { resource: root.id })
  await lookAtTree(root.id, look)
  return seen
}

/** That there is no organization is seen, too; any other refusal of a read tells of who reads, or of trouble. */
const deniesOrganization = (vendor: Vendor, outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'refused' &&
  judgeRefusal(vendor, 'notInOrganization', outcome).code.verdict === 'pass'

type Look = <V extends ListVerb>(
  verb: V,
  args: Omit<Args<V>, 'token'>,
) => Promise<readonly Item<V>[]>

const lookAtTree = async (root: string, look: Look): Promise<void> => {
  const waiting = [root]
  for (let lists = 0; lists < treeLimit; lists += 1) {
    const parent = waiting.shift()
    if (parent === undefined) return
    const units = await look('listUnits', { parent })
    await look('listAccountsIn', { parent })
    for (const { id } of units) {
      await look('listTags', { resource: id })
      await look('listPoliciesOn', { target: id, type: 'control' })
      waiting.push(id)
    }
  }
}

/** The questions whose answers differ, among those that both snapshots could ask. */
export function differences(before: Snapshot, after: Snapshot): readonly string[] {
  return [...before]
    .filter(([question, answer]) => (after.get(question) ?? answer) !== answer)
    .map(([question, answer]) => `${question}: ${answer} became ${after.get(question)}`)
}
