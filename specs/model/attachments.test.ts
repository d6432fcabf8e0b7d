import { expect, test } from 'vitest'
import { founded, guest, other, owner, smallRules, type Founded } from './test-model.ts'

const create = ({ get }: Founded, name: string, type = 'control'): string =>
  get(owner, 'createPolicy', { name, type, description: '', content: '{}' }).id

const attached = ({ get }: Founded, target: string, type = 'control'): readonly string[] =>
  get(owner, 'listPoliciesOn', { target, type }).items.map(({ id }) => id)

test('E12 only policies of an enabled type are attached', () => {
  const stage = founded()
  const policy = create(stage, 'one', 'tag')
  expect(stage.why(owner, 'attachPolicy', { policy, target: stage.root })).toBe(
    'policyTypeNotEnabled',
  )
  stage.get(owner, 'enablePolicyType', { root: stage.root, type: 'tag' })
  expect(stage.why(owner, 'attachPolicy', { policy, target: stage.root })).toBe('done')
  expect(attached(stage, stage.root, 'tag')).toEqual([policy])
})

test('E13 a policy is attached once', () => {
  const stage = founded()
  const policy = create(stage, 'one')
  stage.get(owner, 'attachPolicy', { policy, target: stage.root })
  expect(stage.why(owner, 'attachPolicy', { policy, target: stage.root })).toBe(
    'policyAlreadyAttached',
  )
  expect(stage.why(owner, 'attachPolicy', { policy, target: owner })).toBe('done')
})

test.each(['control', 'tag'])('E14 a node takes a limited number of %s policies', (type) => {
  const stage = founded()
  if (type === 'tag') stage.get(owner, 'enablePolicyType', { root: stage.root, type })
  const names = ['one', 'two', 'three']
  const answers = names.map((name) =>
    stage.why(owner, 'attachPolicy', { policy: create(stage, name, type), target: stage.root }),
  )
  // The built-in control policy takes one of the two places.
  const taken = type === 'control' ? 1 : 2
  expect(answers.indexOf('attachmentLimitExceeded')).toBe(taken)
  expect(attached(stage, stage.root, type)).toHaveLength(2)
})

test('E15 the last control policy stays on root, unit and account', () => {
  const stage = founded()
  const unit = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' }).id
  for (const target of [stage.root, unit, owner]) {
    const builtin = { policy: 'p-builtin', target }
    expect(stage.why(owner, 'detachPolicy', builtin)).toBe('lastPolicyDetached')
    const policy = create(stage, `for ${target}`)
    stage.get(owner, 'attachPolicy', { policy, target })
    expect(stage.why(owner, 'detachPolicy', builtin)).toBe('done')
    expect(stage.why(owner, 'detachPolicy', { policy, target })).toBe('lastPolicyDetached')
  }
})

test('E15 the last policy of another type may be detached', () => {
  const stage = founded()
  stage.get(owner, 'enablePolicyType', { root: stage.root, type: 'tag' })
  const policy = create(stage, 'one', 'tag')
  stage.get(owner, 'attachPolicy', { policy, target: stage.root })
  expect(stage.why(owner, 'detachPolicy', { policy, target: stage.root })).toBe('done')
})

test('E15 a vendor without a built-in policy lets the last one go', () => {
  const { builtinPolicy: _, ...bare } = smallRules
  const stage = founded(bare)
  const policy = create(stage, 'one')
  stage.get(owner, 'attachPolicy', { policy, target: stage.root })
  expect(stage.why(owner, 'detachPolicy', { policy, target: stage.root })).toBe('done')
})

test('E16 the built-in policy is on everything from the start', () => {
  const stage = founded()
  stage.join(guest)
  const unit = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' }).id
  const targets = stage.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items
  expect(targets.map(({ id, kind, name }) => [id, kind, name])).toEqual([
    [stage.root, 'root', 'Root'],
    [owner, 'account', `Account ${owner}`],
    [guest, 'account', `Account ${guest}`],
    [unit, 'unit', 'one'],
  ])
})

test('E17 what is not attached is not detached', () => {
  const stage = founded()
  const policy = create(stage, 'one')
  expect(stage.why(owner, 'detachPolicy', { policy, target: stage.root })).toBe('policyNotAttached')
})

const verbs = ['attachPolicy', 'detachPolicy', 'listPoliciesOn'] as const

test.each(verbs)('E18 %s knows its target', (verb) => {
  const stage = founded()
  stage.get(other, 'createOrganization', {})
  for (const target of ['x', guest, other]) {
    const args = { policy: 'p-builtin', target, type: 'control' }
    expect(stage.why(owner, verb, args)).toBe('targetNotFound')
  }
})

test('E18 an account that is being created is no target yet', () => {
  const stage = founded()
  stage.get(owner, 'createAccount', { name: 'new', email: 'new@example.org' })
  const targets = stage.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items
  expect(targets.map(({ id }) => id)).toEqual([stage.root, owner])
})

test('E30 only what is attached directly is listed, of the type that is asked for', () => {
  const stage = founded()
  stage.get(owner, 'enablePolicyType', { root: stage.root, type: 'tag' })
  const policy = create(stage, 'one', 'tag')
  stage.get(owner, 'attachPolicy', { policy, target: stage.root })
  expect(attached(stage, stage.root, 'tag')).toEqual([policy])
  expect(attached(stage, stage.root, 'control')).toEqual(['p-builtin'])
  expect(attached(stage, owner, 'tag')).toEqual([])
})
