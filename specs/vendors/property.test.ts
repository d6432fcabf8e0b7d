import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { brokenInvariants } from '../invariants/broken-invariants.ts'
import { applyTo, emptyStore, type Store } from '../model/changes.ts'
import { decide } from '../model/decide.ts'
import type { Context } from '../model/decision.ts'
import type { Rules } from '../model/rules.ts'
import type { World } from '../model/world.ts'
import { offers } from '../vendor/features.ts'
import { ownRulesOf } from '../vendor/own-operation.ts'
import { behaviourWithStrangers } from '../vendor/reference-endpoint.ts'
import { rulesOf } from '../vendor/rules-of.ts'
import type { Vendor, VendorId } from '../vendor/vendor.ts'
import type { PolicyType } from '../vocabulary/nouns.ts'
import type { CommandOf, Verb } from '../vocabulary/verbs.ts'
import { knownVendors, loadVendor } from './load-vendor.ts'

/** An argument is a fixed value, or the n-th id of its kind that has come up so far. */
interface Draft {
  readonly verb: Verb
  readonly caller: number
  readonly picks: readonly number[]
  /** an argument that is left out */
  readonly without: 'parent' | 'child' | undefined
  readonly wait: number
}

/** Those that build something come more often, so that the others find something. */
const often: Readonly<Partial<Record<Verb, number>>> = {
  createUnit: 3,
  createAccount: 3,
  moveAccount: 2,
  inviteAccount: 3,
  acceptInvitation: 4,
  declineInvitation: 3,
  leaveOrganization: 3,
  deleteOrganization: 2,
  cancelInvitation: 2,
  createPolicy: 3,
  attachPolicy: 4,
  detachPolicy: 3,
  enablePolicyType: 3,
  getEffectivePolicy: 4,
  enableServiceAccess: 3,
  registerDelegate: 4,
  deregisterDelegate: 4,
  listDelegations: 3,
}

/** Low enough to be reached; whatever else is limited is as the vendor says. */
const limits: Rules['limits'] = {
  unitDepth: 3,
  tagsPerResource: 3,
  controlPoliciesPerTarget: 2,
  otherPoliciesPerTarget: 2,
  delegatesPerService: 1,
}

/** What an endpoint of the vendor may hear: what a client says in several steps comes as the verbs of these. */
const verbsOf = ({ dialect }: Vendor): readonly Verb[] => Object.keys(dialect) as Verb[]

const contextOf = (vendor: Vendor): Pick<Context, 'rules' | 'own'> => {
  const { referenceEndpoint } = vendor
  const behaviour = behaviourWithStrangers(referenceEndpoint, 'example.com')
  return {
    rules: rulesOf(vendor, behaviour, { ...referenceEndpoint.limits, ...limits }),
    own: ownRulesOf(vendor),
  }
}

const draftOf = (verbs: readonly Verb[]): fc.Arbitrary<Draft> =>
  fc.record({
    verb: fc.constantFrom(
      ...verbs.flatMap((verb) => Array.from({ length: often[verb] ?? 1 }, () => verb)),
    ),
    // The first caller founds organizations, so that it has the most to say.
    caller: fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 2, 3),
    picks: fc.array(fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7), {
      minLength: 6,
      maxLength: 6,
    }),
    without: fc.constantFrom(undefined, undefined, undefined, 'parent', 'child'),
    wait: fc.constantFrom(0, 0, 0, 0, 0, 0, 1000, 1000, 20 * 24 * 60 * 60 * 1000),
  })

type Some<T> = readonly [T, ...T[]]

/** A vendor's own values, where one is as good as another. */
interface Values {
  readonly features: Some<string>
  readonly types: Some<PolicyType>
  readonly builtin: string
  readonly contents: (type: PolicyType) => Some<string>
  /** a policy of the organization's own that names an account */
  readonly resourcePolicy: (account: string) => string
  readonly services: Some<string>
  readonly endpoints: Some<string>
}

const valuesOf = (vendor: Vendor): Values => {
  const { builtinPolicy, policyTypes, policyContents, services } = vendor.profile
  const { endpoints = [], resourcePolicyContent = '' } = vendor.profile
  return {
    features: offers(vendor, 'feature-sets') ? ['all', 'billing'] : ['all'],
    types: ['control', 'tag', 'tag', policyTypes[2] ?? 'control'],
    builtin: builtinPolicy?.id ?? 'x',
    contents: (type) => policyContents[type] ?? ['{}'],
    resourcePolicy: (account) => resourcePolicyContent.replaceAll('{account}', account),
    services: [services[0], services[1]],
    endpoints: ['x', ...endpoints],
  }
}

/** What arguments are made of: the vendor's values, and the ids that have come up. */
interface Known {
  readonly values: Values
  readonly callers: readonly string[]
  readonly ids: ReadonlyMap<string, readonly string[]>
}

const spelled = (draft: Draft, known: Known): CommandOf<Verb> => {
  const { [draft.without ?? 'none']: _left, ...args } = argumentsOf(draft, known)
  return { verb: draft.verb, caller: known.callers[draft.caller] ?? '', args }
}

/** Every argument that a verb may take: a rule reads its own. */
const argumentsOf = (
  { verb, picks }: Draft,
  { values, ids }: Known,
): Readonly<Record<string, unknown>> => {
  const one = <T>(index: number, [first, ...more]: Some<T>): T =>
    [first, ...more][(picks[index] ?? 0) % (more.length + 1)] ?? first
  const pick = (index: number, ...kinds: readonly string[]): string => {
    const [first = 'x', ...more] = kinds.flatMap((kind) => ids.get(kind) ?? [])
    return one(index, [first, ...more])
  }
  const node = (index: number): string => pick(index, 'root', 'unit', 'account')
  const account = pick(1, 'account')
  const key = one(3, ['a', 'a', 'a', 'b', 'c', 'd'])
  const type = one(2, values.types)
  return {
    features: one(0, values.features),
    organization: pick(0, 'organization'),
    parent: pick(0, 'root', 'unit'),
    name: one(1, ['one', 'two', 'three']),
    unit: pick(0, 'unit'),
    child: node(0),
    kind: one(2, ['unit', 'account', 'policy']),
    email: `${one(1, ['p', 'q', 'r'])}@example.org`,
    account: pick(one(4, [0, 3]), 'account'),
    from: pick(1, 'root', 'unit'),
    to: pick(2, 'root', 'unit'),
    creation: pick(0, 'creation'),
    invitation: pick(0, 'invitation'),
    root: pick(0, 'root'),
    policy: one(0, [values.builtin, pick(1, 'policy'), pick(1, 'policy')]),
    type,
    description: '',
    content:
      verb === 'putResourcePolicy'
        ? one(2, [values.resourcePolicy(account), 'plain'])
        : one(1, [...values.contents(type), 'plain']),
    service: one(1, values.services),
    resource: node(0),
    keys: [key],
    tags: [{ key, value: '', values: [] }],
    size: one(4, [1, 2, 20]),
    endpoints: [{ endpoint: one(0, values.endpoints) }],
    target:
      verb === 'inviteAccount'
        ? one(0, [
            { kind: 'account', id: account },
            { kind: 'email', id: `${account}@example.com` },
          ])
        : one(5, [undefined, pick(3, 'root'), node(3)]),
  }
}

const founding = (features: number): Draft => ({
  verb: 'createOrganization',
  caller: 0,
  picks: [features],
  without: undefined,
  wait: 0,
})

const joining: readonly Draft[] = [
  { verb: 'inviteAccount', caller: 0, picks: [0, 1], without: undefined, wait: 0 },
  { verb: 'acceptInvitation', caller: 1, picks: [0], without: undefined, wait: 0 },
]

/** The first caller has founded an organization, with all features or for the bill; the second has joined it, or not. */
const beginnings: readonly [readonly Draft[], ...(readonly Draft[])[]] = [
  [founding(0), ...joining],
  [founding(0), ...joining],
  [founding(0)],
  [founding(1), ...joining],
]

const textOf = (world: World): string =>
  JSON.stringify(world, (_, value: unknown) => (value instanceof Map ? [...value] : value))

/** What came of the verbs that were said. */
interface Answers {
  readonly done: Set<Verb>
  readonly refused: Set<string>
}

/** Performs the drafts, inspects the world after each, and notes the answers. */
const play = (
  vendor: Vendor,
  context: Pick<Context, 'rules' | 'own'>,
  drafts: readonly Draft[],
): Answers => {
  const answers: Answers = { done: new Set(), refused: new Set() }
  const store: Store = emptyStore()
  let before = textOf(store)
  const callers = [1n, 2n, 3n, 4n].map(vendor.mintAccount)
  const ids = new Map<string, string[]>([['account', [...callers]]])
  const values = valuesOf(vendor)
  let now = 1_000_000
  let count = 0
  const newId = (kind: string): string => {
    count += 1
    const id = kind === 'account' ? vendor.mintAccount(100n + BigInt(count)) : `${kind}-${count}`
    // what came last is the likeliest to be spoken of, but for accounts: the callers act
    const known = ids.get(kind) ?? []
    ids.set(kind, kind === 'account' ? [...known, id] : [id, ...known])
    return id
  }
  for (const step of drafts) {
    now += step.wait
    const command = spelled(step, { values, callers, ids })
    const decision = decide(store, command, { ...context, now, newId })
    if (textOf(store) !== before) throw new Error(`deciding ${step.verb} writes`)
    if (decision.kind === 'refused') {
      answers.refused.add(decision.refusal)
      continue
    }
    answers.done.add(step.verb)
    applyTo(store, decision.changes)
    const broken = brokenInvariants(store, context.rules, now)
    const flaws = broken.map(({ invariant, what }) => `${invariant} (${what})`)
    if (flaws.length > 0) throw new Error(`${step.verb}: ${flaws.join(', ')}`)
    before = textOf(store)
  }
  return answers
}

/** How many different refusals the sequences of a vendor meet at least: many of its rules are tried. */
const refusalsMet: Readonly<Record<VendorId, number>> = {
  aws: 45,
  huawei: 40,
  tencent: 20,
  codearts: 1,
}

describe.each(knownVendors)('by the rules of %s', async (id) => {
  const vendor = await loadVendor(id)
  const verbs = verbsOf(vendor)
  const context = contextOf(vendor)

  test('random commands never break the model, and what they leave is in order', () => {
    const [done, refused] = [new Set<Verb>(), new Set<string>()]
    const begun = beginnings.map((drafts) => drafts.filter(({ verb }) => verbs.includes(verb)))
    const sequences = fc.array(draftOf(verbs), { minLength: 40, maxLength: 160, size: 'max' })
    const property = fc.property(fc.constantFrom(...begun), sequences, (first, drafts) => {
      const answers = play(vendor, context, [...first, ...drafts])
      for (const verb of answers.done) done.add(verb)
      for (const refusal of answers.refused) refused.add(refusal)
    })
    fc.assert(property, { seed: 20_241_101, numRuns: 200 })
    // the sequences get somewhere: every verb of the vendor succeeds, and many rules refuse
    expect(verbs.filter((verb) => !done.has(verb))).toEqual([])
    expect(refused.size).toBeGreaterThanOrEqual(refusalsMet[id])
  })
})
