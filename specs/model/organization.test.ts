import { expect, test } from 'vitest'

import { founded, guest, openTestModel, other, owner, smallRules } from './test-model.ts'

test('the founder is the management account', () => {
  const model = openTestModel()
  const organization = model.get(owner, 'createOrganization', {})
  expect(organization.management).toBe(owner)
  expect(model.get(owner, 'getOrganization', {})).toEqual(organization)
})

test('without a feature set all features and the control type are on', () => {
  const model = founded()
  expect(model.get(owner, 'getOrganization', {}).features).toBe('all')
  expect(model.get(owner, 'listRoots', {}).items[0]?.policyTypes).toEqual([
    { type: 'control', status: 'enabled' },
  ])
})

test('with the common bill alone no type is on and policies are unavailable', () => {
  const model = founded(smallRules, 'billing')
  expect(model.get(owner, 'listRoots', {}).items[0]?.policyTypes).toEqual([])
  expect(model.get(owner, 'getOrganization', {}).policyTypes).toEqual([])
  const policy = { name: 'a', type: 'control', description: '', content: '{}' }
  expect(model.why(owner, 'createPolicy', policy)).toBe('policyTypeUnavailable')
  expect(model.why(owner, 'enablePolicyType', { root: model.root, type: 'tag' })).toBe(
    'policyTypeUnavailable',
  )
  expect(model.why(owner, 'attachPolicy', { policy: 'p-builtin', target: model.root })).toBe(
    'policyTypeNotEnabled',
  )
})

test('what needs all features is refused to the common bill', () => {
  const model = founded(smallRules, 'billing')
  expect(model.why(owner, 'enableServiceAccess', { service: 'audit.example' })).toBe(
    'featuresMissing',
  )
  expect(model.why(owner, 'closeAccount', { account: guest })).toBe('featuresMissing')
})

test('who belongs to an organization founds no other', () => {
  const model = founded()
  model.join(guest)
  expect(model.why(owner, 'createOrganization', {})).toBe('alreadyInOrganization')
  expect(model.why(guest, 'createOrganization', {})).toBe('alreadyInOrganization')
  expect(model.why(other, 'createOrganization', {})).toBe('done')
})

test('only the management account dissolves', () => {
  const model = founded()
  model.join(guest)
  expect(model.why(guest, 'deleteOrganization', {})).toBe('accessDenied')
})

test('an organization with members is not dissolved', () => {
  const model = founded()
  model.join(guest)
  expect(model.why(owner, 'deleteOrganization', {})).toBe('organizationNotEmpty')
  model.get(owner, 'removeAccount', { account: guest })
  expect(model.why(owner, 'deleteOrganization', {})).toBe('done')
})

test('an account that is being created counts as a member', () => {
  const model = founded()
  model.get(owner, 'createAccount', { name: 'new', email: 'new@example.org' })
  expect(model.why(owner, 'deleteOrganization', {})).toBe('organizationNotEmpty')
})

test('open invitations end with the organization', () => {
  const model = founded()
  const { id } = model.get(owner, 'inviteAccount', { target: { kind: 'account', id: guest } })
  model.get(owner, 'deleteOrganization', {})
  expect(model.why(guest, 'acceptInvitation', { invitation: id })).toBe('invitationWrongTransition')
  expect(model.get(guest, 'getInvitation', { invitation: id }).state).toBe('cancelled')
})

test('before the founding and after the end nobody is in an organization', () => {
  const model = openTestModel()
  expect(model.why(owner, 'getOrganization', {})).toBe('notInOrganization')
  model.get(owner, 'createOrganization', {})
  model.get(owner, 'deleteOrganization', {})
  expect(model.why(owner, 'getOrganization', {})).toBe('notInOrganization')
  expect(model.why(owner, 'createOrganization', {})).toBe('done')
})

test('every account of the organization can read it', () => {
  const model = founded()
  model.join(guest)
  expect(model.get(guest, 'getOrganization', {})).toEqual(model.get(owner, 'getOrganization', {}))
})

test('the organization announces the founding types only', () => {
  const model = founded()
  model.get(owner, 'enablePolicyType', { root: model.root, type: 'tag' })
  expect(model.get(owner, 'getOrganization', {}).policyTypes).toEqual([
    { type: 'control', status: 'enabled' },
  ])
})

test('an organization and its root tell since when they are there', () => {
  const { get, root } = founded()
  get(owner, 'createUnit', { parent: root, name: 'first' })
  const { createdAt, managementName } = get(owner, 'getOrganization', {})
  expect(createdAt).toBeGreaterThan(0)
  expect(managementName).toBe(`Account ${owner}`)
  expect(get(owner, 'listRoots', {}).items[0]?.createdAt).toBe(createdAt)
  expect(get(owner, 'listUnits', {}).items[0]?.createdAt).toBeGreaterThanOrEqual(createdAt ?? 0)
})
