import { expect, test } from 'vitest'

import { founded, guest, owner, smallRules, type Founded } from './test-model.ts'

const draft = { name: 'Draft', type: 'tag', description: 'a draft', content: '{"a":1}' }

test('content is a document of the type', () => {
  const model = founded()
  expect(model.why(owner, 'createPolicy', { ...draft, content: 'plain' })).toBe(
    'policyContentMalformed',
  )
  const { id } = model.get(owner, 'createPolicy', draft)
  expect(model.why(owner, 'updatePolicy', { policy: id, content: 'plain' })).toBe(
    'policyContentMalformed',
  )
})

const sizes = [
  ['control', 60],
  ['tag', 120],
] as const

test.each(sizes)('a %s document has at most %d characters', (type, most) => {
  const model = founded()
  const content = '{'.padEnd(most, ' ')
  const { id } = model.get(owner, 'createPolicy', { ...draft, type, content })
  const longer = `${content} `
  expect(model.why(owner, 'createPolicy', { ...draft, type, name: 'b', content: longer })).toBe(
    'policyContentTooLong',
  )
  expect(model.why(owner, 'updatePolicy', { policy: id, content: longer })).toBe(
    'policyContentTooLong',
  )
})

test('a type may have a limit of its own', () => {
  const model = founded({ ...smallRules, contentLengths: { tag: 9 } })
  const content = '{'.padEnd(10, ' ')
  expect(model.why(owner, 'createPolicy', { ...draft, content })).toBe('policyContentTooLong')
  expect(model.why(owner, 'createPolicy', { ...draft, type: 'backup', content })).toBe('done')
})

test('names are unique in the organization', () => {
  const model = founded()
  model.get(owner, 'createPolicy', draft)
  const { id } = model.get(owner, 'createPolicy', { ...draft, name: 'Second' })
  expect(model.why(owner, 'createPolicy', draft)).toBe('policyNameTaken')
  expect(model.why(owner, 'createPolicy', { ...draft, name: 'Everything' })).toBe('policyNameTaken')
  expect(model.why(owner, 'updatePolicy', { policy: id, name: 'Draft' })).toBe('policyNameTaken')
  expect(model.why(owner, 'updatePolicy', { policy: id, name: 'Second' })).toBe('done')
  model.get(guest, 'createOrganization', {})
  expect(model.why(guest, 'createPolicy', draft)).toBe('done')
})

test('policies of a type are limited', () => {
  const model = founded({ ...smallRules, limits: { policiesPerType: 1 } })
  model.get(owner, 'createPolicy', draft)
  const second = { ...draft, name: 'Second' }
  expect(model.why(owner, 'createPolicy', second)).toBe('policyCountExceeded')
  expect(model.why(owner, 'createPolicy', { ...second, type: 'backup' })).toBe('done')
})

const typed: readonly (readonly [string, (model: Founded, type: string) => string])[] = [
  ['createPolicy', ({ why }, type) => why(owner, 'createPolicy', { ...draft, type })],
  ['policies', ({ why }, type) => why(owner, 'listPolicies', { type })],
  ['policiesOn', ({ why, root }, type) => why(owner, 'listPoliciesOn', { target: root, type })],
  ['enableType', ({ why, root }, type) => why(owner, 'enablePolicyType', { root, type })],
]

test.each(typed)('%s knows its types', (_, ask) => {
  expect(ask(founded(), 'robot')).toBe('invalid.enum')
  expect(ask(founded(), 'tag')).toBe('done')
})

test('tags on a new policy', () => {
  const model = founded()
  const bad = [{ key: 'sys:x', value: '' }]
  expect(model.why(owner, 'createPolicy', { ...draft, tags: bad })).toBe('tagKeyReserved')
  expect(model.get(owner, 'listPolicies', { type: 'tag' }).items).toEqual([])
  const tags = [{ key: 'x', value: '' }]
  const { id } = model.get(owner, 'createPolicy', { ...draft, tags })
  expect(model.get(owner, 'listTags', { resource: id }).items).toEqual(tags)
})

test('what is not given stays', () => {
  const model = founded()
  const policy = model.get(owner, 'createPolicy', draft)
  expect(model.get(owner, 'updatePolicy', { policy: policy.id })).toEqual(policy)
  const renamed = model.get(owner, 'updatePolicy', { policy: policy.id, name: 'Other' })
  expect(renamed).toEqual({ ...policy, name: 'Other' })
  expect(model.get(owner, 'getPolicy', { policy: policy.id })).toEqual(renamed)
  const cleared = model.get(owner, 'updatePolicy', { policy: policy.id, description: '' })
  expect(cleared.description).toBe('')
})

test('the built-in policy is immutable', () => {
  const { why } = founded()
  expect(why(owner, 'updatePolicy', { policy: 'p-builtin', name: 'x' })).toBe('policyBuiltin')
  expect(why(owner, 'deletePolicy', { policy: 'p-builtin' })).toBe('policyBuiltin')
  const tags = [{ key: 'x', value: '' }]
  expect(why(owner, 'tagResource', { resource: 'p-builtin', tags })).toBe('policyBuiltin')
})

test('an attached policy is not deleted', () => {
  const model = founded()
  const { id } = model.get(owner, 'createPolicy', { ...draft, type: 'control' })
  model.get(owner, 'attachPolicy', { policy: id, target: model.root })
  expect(model.why(owner, 'deletePolicy', { policy: id })).toBe('policyInUse')
  model.get(owner, 'detachPolicy', { policy: id, target: model.root })
  expect(model.why(owner, 'deletePolicy', { policy: id })).toBe('done')
  expect(model.why(owner, 'getPolicy', { policy: id })).toBe('policyNotFound')
})

const named: readonly (readonly [string, (model: Founded, policy: string) => string])[] = [
  ['policy', ({ why }, policy) => why(owner, 'getPolicy', { policy })],
  ['updatePolicy', ({ why }, policy) => why(owner, 'updatePolicy', { policy })],
  ['deletePolicy', ({ why }, policy) => why(owner, 'deletePolicy', { policy })],
  ['attach', ({ why, root }, policy) => why(owner, 'attachPolicy', { policy, target: root })],
  ['detach', ({ why, root }, policy) => why(owner, 'detachPolicy', { policy, target: root })],
  ['targetsOf', ({ why }, policy) => why(owner, 'listTargetsOf', { policy })],
]

test.each(named)('%s does not know a policy of nobody or of others', (_, ask) => {
  const model = founded()
  model.get(guest, 'createOrganization', {})
  const { id } = model.get(guest, 'createPolicy', draft)
  expect(ask(model, 'x')).toBe('policyNotFound')
  expect(ask(model, id)).toBe('policyNotFound')
})

test('the built-in policy is listed first, and as built-in', () => {
  const model = founded()
  const { id } = model.get(owner, 'createPolicy', { ...draft, type: 'control' })
  const { items } = model.get(owner, 'listPolicies', { type: 'control' })
  expect(items.map((policy) => [policy.id, policy.builtin])).toEqual([
    ['p-builtin', true],
    [id, false],
  ])
  expect(model.get(owner, 'getPolicy', { policy: 'p-builtin' }).content).toBe('{"allow":"*"}')
})

test('policies are listed by type and without content', () => {
  const model = founded()
  const { content: _, ...summary } = model.get(owner, 'createPolicy', draft)
  model.get(owner, 'createPolicy', { ...draft, name: 'Backup', type: 'backup' })
  expect(model.get(owner, 'listPolicies', { type: 'tag' }).items).toEqual([summary])
})

test('units and policies are listed all at once, too', () => {
  const { get, root } = founded()
  const unit = get(owner, 'createUnit', { parent: root, name: 'first' }).id
  const nested = get(owner, 'createUnit', { parent: unit, name: 'second' }).id
  expect(get(owner, 'listUnits', {}).items.map(({ id }) => id)).toEqual([unit, nested])
  expect(get(owner, 'listUnits', { parent: root }).items.map(({ id }) => id)).toEqual([unit])
  const policy = get(owner, 'createPolicy', draft).id
  expect(get(owner, 'listPolicies', {}).items.map(({ id }) => id)).toEqual(['p-builtin', policy])
  get(owner, 'enablePolicyType', { root, type: 'tag' })
  get(owner, 'attachPolicy', { policy, target: unit })
  const on = get(owner, 'listPoliciesOn', { target: unit }).items.map(({ id }) => id)
  expect(on).toEqual(['p-builtin', policy])
})
