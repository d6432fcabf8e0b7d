import { expect, test } from 'vitest'

import { founded, guest, other, owner, smallRules, type Founded } from './test-model.ts'

const create = ({ get }: Founded, name: string, type = 'control'): string =>
  get(owner, 'createPolicy', { name, type, description: '', content: '{}' }).id

const attached = ({ get }: Founded, target: string, type = 'control'): readonly string[] =>
  get(owner, 'listPoliciesOn', { target, type }).items.map(({ id }) => id)

test('only policies of an enabled type are attached', () => {
  const model = founded()
  const policy = create(model, 'one', 'tag')
  expect(model.why(owner, 'attachPolicy', { policy, target: model.root })).toBe(
    'policyTypeNotEnabled',
  )
  model.get(owner, 'enablePolicyType', { root: model.root, type: 'tag' })
  expect(model.why(owner, 'attachPolicy', { policy, target: model.root })).toBe('done')
  expect(attached(model, model.root, 'tag')).toEqual([policy])
})

test('a policy is attached once', () => {
  const model = founded()
  const policy = create(model, 'one')
  model.get(owner, 'attachPolicy', { policy, target: model.root })
  expect(model.why(owner, 'attachPolicy', { policy, target: model.root })).toBe(
    'policyAlreadyAttached',
  )
  expect(model.why(owner, 'attachPolicy', { policy, target: owner })).toBe('done')
})

test.each(['control', 'tag'])('a node takes a limited number of %s policies', (type) => {
  const model = founded()
  if (type === 'tag') model.get(owner, 'enablePolicyType', { root: model.root, type })
  const names = ['one', 'two', 'three']
  const answers = names.map((name) =>
    model.why(owner, 'attachPolicy', { policy: create(model, name, type), target: model.root }),
  )
  // The built-in control policy takes one of the two places.
  const taken = type === 'control' ? 1 : 2
  expect(answers.indexOf('attachmentLimitExceeded')).toBe(taken)
  expect(attached(model, model.root, type)).toHaveLength(2)
})

test('the last control policy stays on root, unit and account', () => {
  const model = founded()
  const unit = model.get(owner, 'createUnit', { parent: model.root, name: 'one' }).id
  for (const target of [model.root, unit, owner]) {
    const builtin = { policy: 'p-builtin', target }
    expect(model.why(owner, 'detachPolicy', builtin)).toBe('lastPolicyDetached')
    const policy = create(model, `for ${target}`)
    model.get(owner, 'attachPolicy', { policy, target })
    expect(model.why(owner, 'detachPolicy', builtin)).toBe('done')
    expect(model.why(owner, 'detachPolicy', { policy, target })).toBe('lastPolicyDetached')
  }
})

test('the last policy of another type may be detached', () => {
  const model = founded()
  model.get(owner, 'enablePolicyType', { root: model.root, type: 'tag' })
  const policy = create(model, 'one', 'tag')
  model.get(owner, 'attachPolicy', { policy, target: model.root })
  expect(model.why(owner, 'detachPolicy', { policy, target: model.root })).toBe('done')
})

test('a vendor without a built-in policy lets the last one go', () => {
  const { builtinPolicy: _, ...bare } = smallRules
  const model = founded(bare)
  const policy = create(model, 'one')
  model.get(owner, 'attachPolicy', { policy, target: model.root })
  expect(model.why(owner, 'detachPolicy', { policy, target: model.root })).toBe('done')
})

test('the built-in policy is on everything from the start', () => {
  const model = founded()
  model.join(guest)
  const unit = model.get(owner, 'createUnit', { parent: model.root, name: 'one' }).id
  const targets = model.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items
  expect(targets.map(({ id, kind, name }) => [id, kind, name])).toEqual([
    [model.root, 'root', 'Root'],
    [owner, 'account', `Account ${owner}`],
    [guest, 'account', `Account ${guest}`],
    [unit, 'unit', 'one'],
  ])
})

test('what is not attached is not detached', () => {
  const model = founded()
  const policy = create(model, 'one')
  expect(model.why(owner, 'detachPolicy', { policy, target: model.root })).toBe('policyNotAttached')
})

const verbs = ['attachPolicy', 'detachPolicy', 'listPoliciesOn'] as const

test.each(verbs)('%s knows its target', (verb) => {
  const model = founded()
  model.get(other, 'createOrganization', {})
  for (const target of ['x', guest, other]) {
    const args = { policy: 'p-builtin', target, type: 'control' }
    expect(model.why(owner, verb, args)).toBe('targetNotFound')
  }
})

test('an account that is being created is no target yet', () => {
  const model = founded()
  model.get(owner, 'createAccount', { name: 'new', email: 'new@example.org' })
  const targets = model.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items
  expect(targets.map(({ id }) => id)).toEqual([model.root, owner])
})

test('only what is attached directly is listed, of the type that is asked for', () => {
  const model = founded()
  model.get(owner, 'enablePolicyType', { root: model.root, type: 'tag' })
  const policy = create(model, 'one', 'tag')
  model.get(owner, 'attachPolicy', { policy, target: model.root })
  expect(attached(model, model.root, 'tag')).toEqual([policy])
  expect(attached(model, model.root, 'control')).toEqual(['p-builtin'])
  expect(attached(model, owner, 'tag')).toEqual([])
})
