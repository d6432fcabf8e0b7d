import { expect, test } from 'vitest'
import { founded, guest, owner, smallRules, type Founded } from './test-model.ts'

const types = ({ get }: Founded): unknown => get(owner, 'listRoots', {}).items[0]?.policyTypes

test('E20 a type is enabling and then enabled, disabling and then gone', () => {
  const stage = founded({ ...smallRules, switchDelay: 100 })
  const root = stage.get(owner, 'enablePolicyType', { root: stage.root, type: 'tag' })
  expect(root.policyTypes).toContainEqual({ type: 'tag', status: 'enabling' })
  stage.wait(100)
  expect(types(stage)).toContainEqual({ type: 'tag', status: 'enabled' })
  stage.get(owner, 'disablePolicyType', { root: stage.root, type: 'tag' })
  expect(types(stage)).toContainEqual({ type: 'tag', status: 'disabling' })
  stage.wait(100)
  expect(types(stage)).toEqual([{ type: 'control', status: 'enabled' }])
})

test('E20 without a delay the answer shows the final state', () => {
  const stage = founded()
  const root = stage.get(owner, 'disablePolicyType', { root: stage.root, type: 'control' })
  expect(root.policyTypes).toEqual([])
})

test('E21 an enabled type is not enabled, a disabled one not disabled', () => {
  const stage = founded()
  const { root } = stage
  expect(stage.why(owner, 'enablePolicyType', { root, type: 'control' })).toBe(
    'policyTypeAlreadyEnabled',
  )
  expect(stage.why(owner, 'disablePolicyType', { root, type: 'tag' })).toBe(
    'policyTypeAlreadyDisabled',
  )
  stage.get(owner, 'disablePolicyType', { root, type: 'control' })
  expect(stage.why(owner, 'disablePolicyType', { root, type: 'control' })).toBe(
    'policyTypeAlreadyDisabled',
  )
})

test.each(['enablePolicyType', 'disablePolicyType'] as const)('E22 %s knows its root', (verb) => {
  const stage = founded()
  stage.get(guest, 'createOrganization', {})
  const foreign = stage.get(guest, 'listRoots', {}).items[0]?.id ?? ''
  for (const root of ['x', foreign])
    expect(stage.why(owner, verb, { root, type: 'tag' })).toBe('rootNotFound')
})

test('E6 disabling knows its types', () => {
  const stage = founded()
  expect(stage.why(owner, 'disablePolicyType', { root: stage.root, type: 'x' })).toBe(
    'invalid.enum',
  )
})

test('E23 after disabling nothing of the type is or can be attached; enabling undoes it', () => {
  const stage = founded()
  const { root } = stage
  stage.get(owner, 'disablePolicyType', { root, type: 'control' })
  expect(stage.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items).toEqual([])
  expect(stage.why(owner, 'attachPolicy', { policy: 'p-builtin', target: root })).toBe(
    'policyTypeNotEnabled',
  )
  stage.get(owner, 'enablePolicyType', { root, type: 'control' })
  expect(
    stage.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items.map(({ id }) => id),
  ).toEqual([root, owner])
})

test('E23 disabling one type leaves the attachments of others', () => {
  const stage = founded()
  const { root } = stage
  stage.get(owner, 'enablePolicyType', { root, type: 'tag' })
  stage.get(owner, 'disablePolicyType', { root, type: 'tag' })
  expect(stage.get(owner, 'listPoliciesOn', { target: root, type: 'control' }).items).toHaveLength(
    1,
  )
})

test('E24 a type disabled in the root still shows in the organization', () => {
  const stage = founded()
  stage.get(owner, 'disablePolicyType', { root: stage.root, type: 'control' })
  expect(stage.get(owner, 'getOrganization', {}).policyTypes).toEqual([
    { type: 'control', status: 'enabled' },
  ])
})
