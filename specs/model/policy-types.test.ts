import { expect, test } from 'vitest'

import { founded, guest, owner, smallRules, type Founded } from './test-model.ts'

const types = ({ get }: Founded): unknown => get(owner, 'listRoots', {}).items[0]?.policyTypes

test('a type is enabling and then enabled, disabling and then gone', () => {
  const model = founded({ ...smallRules, switchDelay: 100 })
  const root = model.get(owner, 'enablePolicyType', { root: model.root, type: 'tag' })
  expect(root.policyTypes).toContainEqual({ type: 'tag', status: 'enabling' })
  model.wait(100)
  expect(types(model)).toContainEqual({ type: 'tag', status: 'enabled' })
  model.get(owner, 'disablePolicyType', { root: model.root, type: 'tag' })
  expect(types(model)).toContainEqual({ type: 'tag', status: 'disabling' })
  model.wait(100)
  expect(types(model)).toEqual([{ type: 'control', status: 'enabled' }])
})

test('without a delay the answer shows the final state', () => {
  const model = founded()
  const root = model.get(owner, 'disablePolicyType', { root: model.root, type: 'control' })
  expect(root.policyTypes).toEqual([])
})

test('an enabled type is not enabled, a disabled one not disabled', () => {
  const model = founded()
  const { root } = model
  expect(model.why(owner, 'enablePolicyType', { root, type: 'control' })).toBe(
    'policyTypeAlreadyEnabled',
  )
  expect(model.why(owner, 'disablePolicyType', { root, type: 'tag' })).toBe(
    'policyTypeAlreadyDisabled',
  )
  model.get(owner, 'disablePolicyType', { root, type: 'control' })
  expect(model.why(owner, 'disablePolicyType', { root, type: 'control' })).toBe(
    'policyTypeAlreadyDisabled',
  )
})

test.each(['enablePolicyType', 'disablePolicyType'] as const)('%s knows its root', (verb) => {
  const model = founded()
  model.get(guest, 'createOrganization', {})
  const foreign = model.get(guest, 'listRoots', {}).items[0]?.id ?? ''
  for (const root of ['x', foreign])
    expect(model.why(owner, verb, { root, type: 'tag' })).toBe('rootNotFound')
})

test('disabling knows its types', () => {
  const model = founded()
  expect(model.why(owner, 'disablePolicyType', { root: model.root, type: 'x' })).toBe(
    'invalid.enum',
  )
})

test('after disabling nothing of the type is or can be attached; enabling undoes it', () => {
  const model = founded()
  const { root } = model
  model.get(owner, 'disablePolicyType', { root, type: 'control' })
  expect(model.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items).toEqual([])
  expect(model.why(owner, 'attachPolicy', { policy: 'p-builtin', target: root })).toBe(
    'policyTypeNotEnabled',
  )
  model.get(owner, 'enablePolicyType', { root, type: 'control' })
  expect(
    model.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items.map(({ id }) => id),
  ).toEqual([root, owner])
})

test('disabling one type leaves the attachments of others', () => {
  const model = founded()
  const { root } = model
  model.get(owner, 'enablePolicyType', { root, type: 'tag' })
  model.get(owner, 'disablePolicyType', { root, type: 'tag' })
  expect(model.get(owner, 'listPoliciesOn', { target: root, type: 'control' }).items).toHaveLength(
    1,
  )
})

test('a type disabled in the root still shows in the organization', () => {
  const model = founded()
  model.get(owner, 'disablePolicyType', { root: model.root, type: 'control' })
  expect(model.get(owner, 'getOrganization', {}).policyTypes).toEqual([
    { type: 'control', status: 'enabled' },
  ])
})
