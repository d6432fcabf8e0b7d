import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Command, Verb } from '../vocabulary/verbs.ts'
import { applyTo, emptyStore, type Store } from './changes.ts'
import { decide } from './decide.ts'
import { smallRules } from './test-model.ts'
import { pathTo } from './tree.ts'
import type { OrganizationRecord, World } from './world.ts'

const callers = ['111111111111', '222222222222', '333333333333', '444444444444']

/** An argument is a fixed value, or the n-th id of its kind that has come up so far. */
interface Draft {
  readonly verb: Verb
  readonly caller: number
  readonly picks: readonly number[]
  readonly wait: number
}

/** Every verb; those that build something come more often. */
const verbs = `
  createOrganization deleteOrganization getOrganization enableAllFeatures listRoots createUnit createUnit createUnit renameUnit deleteUnit getUnit
  listUnits listChildren listParents createAccount createAccount createSovereignAccount getAccountCreation listAccountCreations getAccount
  listAccounts listAccountsIn moveAccount moveAccount closeAccount removeAccount leaveOrganization inviteAccount inviteAccount inviteAccount acceptInvitation acceptInvitation acceptInvitation acceptInvitation declineInvitation
  cancelInvitation cancelInvitation getInvitation listReceivedInvitations listSentInvitations createPolicy createPolicy createPolicy updatePolicy deletePolicy getPolicy
  listPolicies attachPolicy attachPolicy attachPolicy attachPolicy detachPolicy detachPolicy detachPolicy listPoliciesOn listTargetsOf enablePolicyType enablePolicyType disablePolicyType getEffectivePolicy getEffectivePolicy
  putResourcePolicy getResourcePolicy deleteResourcePolicy enableServiceAccess enableServiceAccess disableServiceAccess listTrustedServices registerDelegate registerDelegate registerDelegate
  deregisterDelegate deregisterDelegate listDelegates listDelegations listDelegations tagResource untagResource listTags`
  .trim()
  .split(/\s+/u) as readonly Verb[]

const draft: fc.Arbitrary<Draft> = fc.record({
  verb: fc.constantFrom(...verbs),
  // The first caller founds organizations, so that it has the most to say.
  caller: fc.constantFrom(0, 0, 0, 0, 1, 1, 2, 3),
  picks: fc.array(fc.nat({ max: 7 }), { minLength: 6, maxLength: 6 }),
  wait: fc.constantFrom(0, 0, 0, 0, 0, 0, 1000, 1000, 20 * 24 * 60 * 60 * 1000),
})

const spelled = ({ verb, caller, picks }: Draft, ids: ReadonlyMap<string, string[]>): Command => {
  const pick = (index: number, ...kinds: readonly string[]): string => {
    const known = kinds.flatMap((kind) => ids.get(kind) ?? [])
    return known[(picks[index] ?? 0) % Math.max(1, known.length)] ?? 'x'
  }
  const one = <T>(index: number, ...values: readonly [T, ...T[]]): T =>
    values[(picks[index] ?? 0) % values.length] ?? values[0]
  const node = (index: number): string => pick(index, 'root', 'unit', 'account')
  const party = { kind: one(0, 'account', 'email'), id: pick(1, 'account') }
  const target = { ...party, id: party.kind === 'email' ? `${party.id}@example.com` : party.id }
  const key = one(3, 'a', 'b', 'c', 'd')
  const args = {
    features: one(0, 'all', 'billing'),
    parent: pick(0, 'root', 'unit'),
    name: one(1, 'one', 'two', 'three'),
    unit: pick(0, 'unit'),
    child: node(0),
    kind: one(2, 'unit', 'account'),
    email: `${one(1, 'p', 'q', 'r')}@example.org`,
    account: pick(one(4, 0, 3), 'account'),
    from: pick(1, 'root', 'unit'),
    to: pick(2, 'root', 'unit'),
    creation: pick(0, 'creation'),
    invitation: pick(0, 'invitation'),
    root: pick(0, 'root'),
    policy: one(0, 'p-builtin', pick(1, 'policy'), pick(1, 'policy')),
    type: one(2, 'control', 'tag', 'tag', 'backup'),
    description: '',
    content: one(1, '{"a":{"@@append":["x"]}}', '{}', 'plain'),
    service: one(1, 'audit.example', 'backup.example'),
    resource: node(0),
    keys: [key],
    tags: [{ key, value: '' }],
    size: one(4, 1, 2, 20),
    target: verb === 'inviteAccount' ? target : one(5, pick(3, 'root'), node(3)),
  }
  return { verb, caller: callers[caller] ?? '', args } as unknown as Command
}

const founding: Draft = { verb: 'createOrganization', caller: 0, picks: [0], wait: 0 }

/** What must hold of every world; throws when it does not. */
const inspect = (world: World): void => {
  const seen = new Set<string>()
  for (const organization of world.organizations.values()) {
    for (const account of organization.members.keys()) {
      expect(seen.has(account), `${account} belongs to one organization`).toBe(false)
      seen.add(account)
      expect(world.accounts.get(account)?.organization).toBe(organization.id)
    }
    inspectTree(organization)
    inspectPolicies(organization)
  }
  for (const { id, organization } of world.accounts.values())
    if (organization !== undefined) expect(seen.has(id), `${id} is a member`).toBe(true)
  const emails = [...world.accounts.values()].map(({ email }) => email)
  expect(new Set(emails).size).toBe(emails.length)
}

const inspectTree = (organization: OrganizationRecord): void => {
  const { units, members, root, management } = organization
  expect(members.has(management)).toBe(true)
  for (const { id, parent } of units.values()) {
    expect(parent === root || units.has(parent), `${id} has a parent`).toBe(true)
    expect(pathTo(organization, id).length - 1).toBeLessThanOrEqual(3)
  }
  for (const { account, parent } of members.values())
    expect(parent === root || units.has(parent), `${account} has a parent`).toBe(true)
  const names = [...units.values()].map(({ name, parent }) => `${parent}/${name}`)
  expect(new Set(names).size).toBe(names.length)
}

const inspectPolicies = (organization: OrganizationRecord): void => {
  const { attachments, policies, types, units, members, root } = organization
  const nodes = [root, ...units.keys(), ...members.keys()]
  for (const [target, attached] of attachments) {
    expect(nodes, `${target} exists`).toContain(target)
    const ids = attached.map(({ policy }) => policy)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id === 'p-builtin' || policies.has(id)).toBe(true)
  }
  if (types.get('control')?.enabled !== true) return
  const control = (id: string): boolean => (policies.get(id)?.type ?? 'control') === 'control'
  for (const node of nodes) {
    const kept = (attachments.get(node) ?? []).filter(({ policy }) => control(policy))
    expect(kept.length, `${node} has a control policy`).toBeGreaterThan(0)
    expect(kept.length).toBeLessThanOrEqual(2)
  }
}

const rules = { ...smallRules, sovereignAccounts: true }

const textOf = (world: World): string =>
  JSON.stringify(world, (_, value: unknown) => (value instanceof Map ? [...value] : value))

/**
 * Performs a founding and then the drafts, inspects the world after each, and counts the answers.
 */
const play = (drafts: readonly Draft[], answers: Map<string, number>): void => {
  const store: Store = emptyStore()
  const ids = new Map<string, string[]>([['account', [...callers]]])
  let now = 1_000_000
  let count = 0
  const newId = (kind: string): string => {
    count += 1
    const id = kind === 'account' ? String(900_000_000_000 + count) : `${kind}-${count}`
    ids.set(kind, [...(ids.get(kind) ?? []), id])
    return id
  }
  for (const step of [founding, ...drafts]) {
    now += step.wait
    const before = textOf(store)
    const decision = decide(store, spelled(step, ids), { now, newId, rules })
    expect(textOf(store) === before, 'deciding writes nothing').toBe(true)
    const answer = decision.kind === 'refused' ? decision.refusal : `done ${step.verb}`
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
    if (decision.kind === 'refused') continue
    applyTo(store, decision.changes)
    inspect(store)
  }
}

test('random commands never break the model, and what they leave is in order', () => {
  const answers = new Map<string, number>()
  const sequences = fc.array(draft, { minLength: 40, maxLength: 160, size: 'max' })
  const property = fc.property(sequences, (drafts) => play(drafts, answers))
  fc.assert(property, { seed: 20_241_101, numRuns: 80 })
  // The sequences get somewhere: nearly every verb succeeds at least once, and many rules refuse.
  const names = [...answers.keys()]
  expect(names.filter((name) => name.startsWith('done ')).length).toBeGreaterThan(50)
  expect(names.filter((name) => !name.startsWith('done ')).length).toBeGreaterThan(40)
})
