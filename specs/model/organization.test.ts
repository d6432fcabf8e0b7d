import { expect, test } from 'vitest'
import { founded, guest, openStage, other, owner, smallRules } from './test-model.ts'

test('A1 the founder is the management account', () => {
  const stage = openStage()
  const organization = stage.get(owner, 'createOrganization', {})
  expect(organization.management).toBe(owner)
  expect(stage.get(owner, 'getOrganization', {})).toEqual(organization)
})

test('A2 without a feature set all features and the control type are on', () => {
  const stage = founded()
  expect(stage.get(owner, 'getOrganization', {}).features).toBe('all')
  expect(stage.get(owner, 'listRoots', {}).items[0]?.policyTypes).toEqual([
    { type: 'control', status: 'enabled' },
  ])
})

test('A3 with the common bill alone no type is on and policies are unavailable', () => {
  const stage = founded(smallRules, 'billing')
  expect(stage.get(owner, 'listRoots', {}).items[0]?.policyTypes).toEqual([])
  expect(stage.get(owner, 'getOrganization', {}).policyTypes).toEqual([])
  const policy = { name: 'a', type: 'control', description: '', content: '{}' }
  expect(stage.why(owner, 'createPolicy', policy)).toBe('policyTypeUnavailable')
  expect(stage.why(owner, 'enablePolicyType', { root: stage.root, type: 'tag' })).toBe(
    'policyTypeUnavailable',
  )
  expect(stage.why(owner, 'attachPolicy', { policy: 'p-builtin', target: stage.root })).toBe(
    'policyTypeNotEnabled',
  )
})

test('A3 what needs all features is refused to the common bill', () => {
  const stage = founded(smallRules, 'billing')
  expect(stage.why(owner, 'enableServiceAccess', { service: 'audit.example' })).toBe(
    'featuresMissing',
  )
  expect(stage.why(owner, 'closeAccount', { account: guest })).toBe('featuresMissing')
})

test('A5 who belongs to an organization founds no other', () => {
  const stage = founded()
  stage.join(guest)
  expect(stage.why(owner, 'createOrganization', {})).toBe('alreadyInOrganization')
  expect(stage.why(guest, 'createOrganization', {})).toBe('alreadyInOrganization')
  expect(stage.why(other, 'createOrganization', {})).toBe('done')
})

test('A8 only the management account dissolves', () => {
  const stage = founded()
  stage.join(guest)
  expect(stage.why(guest, 'deleteOrganization', {})).toBe('accessDenied')
})

test('A9 an organization with members is not dissolved', () => {
  const stage = founded()
  stage.join(guest)
  expect(stage.why(owner, 'deleteOrganization', {})).toBe('organizationNotEmpty')
  stage.get(owner, 'removeAccount', { account: guest })
  expect(stage.why(owner, 'deleteOrganization', {})).toBe('done')
})

test('A9 an account that is being created counts as a member', () => {
  const stage = founded()
  stage.get(owner, 'createAccount', { name: 'new', email: 'new@example.org' })
  expect(stage.why(owner, 'deleteOrganization', {})).toBe('organizationNotEmpty')
})

test('A9 open invitations end with the organization', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'inviteAccount', { target: { kind: 'account', id: guest } })
  stage.get(owner, 'deleteOrganization', {})
  expect(stage.why(guest, 'acceptInvitation', { invitation: id })).toBe('invitationWrongTransition')
  expect(stage.get(guest, 'getInvitation', { invitation: id }).state).toBe('cancelled')
})

test('A10 before the founding and after the end nobody is in an organization', () => {
  const stage = openStage()
  expect(stage.why(owner, 'getOrganization', {})).toBe('notInOrganization')
  stage.get(owner, 'createOrganization', {})
  stage.get(owner, 'deleteOrganization', {})
  expect(stage.why(owner, 'getOrganization', {})).toBe('notInOrganization')
  expect(stage.why(owner, 'createOrganization', {})).toBe('done')
})

test('A11 every account of the organization can read it', () => {
  const stage = founded()
  stage.join(guest)
  expect(stage.get(guest, 'getOrganization', {})).toEqual(stage.get(owner, 'getOrganization', {}))
})

test('A12 the organization announces the founding types only', () => {
  const stage = founded()
  stage.get(owner, 'enablePolicyType', { root: stage.root, type: 'tag' })
  expect(stage.get(owner, 'getOrganization', {}).policyTypes).toEqual([
    { type: 'control', status: 'enabled' },
  ])
})
