import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type {
  Args,
  Invitation,
  Item,
  ListVerb,
  Result,
  Verb,
} from '../../specs/vocabulary/verbs.ts'
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

/** Asks questions and keeps what is seen. What can not be read is left out: it shows neither way. */
export interface Looking {
  readonly seen: Map<string, string>
  /** every entry of a list; none where it can not be read */
  readonly list: <V extends ListVerb>(
    verb: V,
    args: Omit<Args<V>, 'token'>,
  ) => Promise<readonly Item<V>[]>
  readonly read: <V extends Verb>(
    verb: V,
    ask: () => Promise<Outcome<Result<V>>>,
    args?: Args<V>,
  ) => Promise<void>
}

/** The eyes of an account. */
export function openLooking(vendor: Vendor, observer: Verbal): Looking {
  const seen = new Map<string, string>()
  const note = (verb: Verb, args: object, outcome: Outcome<unknown>): void => {
    const question = questionOf(verb, args)
    if (deniesOrganization(vendor, outcome)) seen.set(question, 'refused: no organization')
    if (outcome.kind === 'done') seen.set(question, inOneOrder(outcome.value))
  }
  return {
    seen,
    list: async (verb, args) => {
      if (!says(vendor, verb)) return []
      const outcome = await listAll(observer, verb, args)
      note(verb, args, outcome)
      return outcome.kind === 'done' ? outcome.value : []
    },
    read: async (verb, ask, args) => {
      if (says(vendor, verb)) note(verb, args ?? {}, await ask())
    },
  }
}

/** What a snapshot files an answer by. */
export function questionOf<V extends Verb>(verb: V, args: Partial<Args<V>>): string {
  return `${verb} ${JSON.stringify(args)}`
}

/** The verb of a question that a snapshot files an answer by. */
export function verbIn(question: string): Verb {
  return question.split(' ', 1).join('') as Verb
}

/**
 * Looks at everything a refused request could have changed: roots, units, accounts, policies and where they
 * hang, tags, invitations, services.
 */
export async function takeSnapshot(vendor: Vendor, observer: Verbal): Promise<Snapshot> {
  const { seen, list } = openLooking(vendor, observer)
  const [root] = await list('listRoots', {})
  for (const verb of plain) await list(verb, {})
  for (const type of vendor.profile.policyTypes) {
    await list('listPolicies', { type })
    if (root !== undefined) await list('listPoliciesOn', { target: root.id, type })
  }
  if (root === undefined) return seen
  await list('listTags', { resource: root.id })
  for (const id of await lookAtTree(root.id, list)) {
    await list('listTags', { resource: id })
    await list('listPoliciesOn', { target: id, type: 'control' })
  }
  return seen
}

/** That there is no organization is seen, too; any other refusal of a read tells of who reads, or of trouble. */
const deniesOrganization = (vendor: Vendor, outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'refused' &&
  judgeRefusal(vendor, 'notInOrganization', outcome).code.verdict === 'pass'

/** Looks at what stands in each parent; the units that were found, from the root down. */
export async function lookAtTree(root: string, list: Looking['list']): Promise<readonly string[]> {
  const found: string[] = []
  const waiting = [root]
  for (let lists = 0; lists < treeLimit; lists += 1) {
    const parent = waiting.shift()
    if (parent === undefined) break
    const units = (await list('listUnits', { parent })).map(({ id }) => id)
    await list('listAccountsIn', { parent })
    found.push(...units)
    waiting.push(...units)
  }
  return found
}

/** The questions whose answers differ, among those that both snapshots could ask. */
export function changedQuestions(before: Snapshot, after: Snapshot): readonly string[] {
  return [...before.keys()].filter(
    (question) => after.has(question) && after.get(question) !== before.get(question),
  )
}

/** The same with the answers. */
export function differences(before: Snapshot, after: Snapshot): readonly string[] {
  return changedQuestions(before, after).map(
    (question) => `${question}: ${before.get(question)} became ${after.get(question)}`,
  )
}

const invitations = questionOf('listSentInvitations', {})

/** The same snapshot without invitations that have ended: nothing takes those back. */
export function withoutEnded(snapshot: Snapshot): Map<string, string> {
  const kept = new Map(snapshot)
  const sent = snapshot.get(invitations)
  if (sent?.startsWith('[') !== true) return kept
  const all = JSON.parse(sent) as readonly string[]
  return kept.set(invitations, JSON.stringify(all.filter((one) => isOpen(JSON.parse(one)))))
}

/** Whether an invitation can still be answered. */
export function isOpen({ state }: Pick<Invitation, 'state'>): boolean {
  return state === 'open' || state === 'requested'
}
