import { expect, test } from 'vitest'

import type { Args, Verb } from '../vocabulary/verbs.ts'
import { founded, guest, other, owner, smallRules, type Founded } from './test-model.ts'

/** Arguments that suit every verb; what they name does not exist. */
const anything = {
  parent: 'x',
  name: 'x',
  unit: 'x',
  child: 'x',
  kind: 'unit',
  email: 'x@example.org',
  creation: 'x',
  account: 'x',
  from: 'x',
  to: 'x',
  invitation: 'x',
  policy: 'x',
  type: 'tag',
  description: '',
  content: '{}',
  root: 'x',
  resource: 'x',
  keys: ['x'],
  service: 'audit.example',
  tags: [{ key: 'x', value: '' }],
}

const argsOf = (verb: Verb): Args<Verb> => {
  const target = verb === 'inviteAccount' ? { kind: 'account', id: '444444444444' } : 'x'
  return { ...anything, ...(verb === 'getEffectivePolicy' ? {} : { target }) }
}

const ask = (model: Founded, caller: string, verb: Verb): string =>
  model.why(caller, verb, argsOf(verb))

const management = `
  deleteOrganization createUnit renameUnit deleteUnit createAccount moveAccount closeAccount
  removeAccount inviteAccount enableServiceAccess disableServiceAccess registerDelegate deregisterDelegate`
  .trim()
  .split(/\s+/u) as readonly Verb[]

const delegated = `
  listRoots getUnit listUnits listChildren listParents getAccountCreation listAccountCreations getAccount listAccounts listAccountsIn listSentInvitations
  createPolicy updatePolicy deletePolicy getPolicy listPolicies attachPolicy detachPolicy listPoliciesOn listTargetsOf
  enablePolicyType disablePolicyType listTrustedServices listDelegates listDelegations tagResource untagResource listTags`
  .trim()
  .split(/\s+/u) as readonly Verb[]

const everybody = ['getOrganization', 'getEffectivePolicy', 'leaveOrganization'] as const

const rules = {
  ...smallRules,
  callers: {
    ...smallRules.callers,
    ...Object.fromEntries(management.map((verb) => [verb, 'management'])),
    ...Object.fromEntries(delegated.map((verb) => [verb, 'management-or-delegate'])),
    // An operation whose caller the document does not state is the management's.
    closeAccount: 'unstated',
  },
} as const

/** `guest` is a plain member, `other` a delegated administrator. */
const peopled = (): Founded => {
  const model = founded(rules)
  model.join(guest)
  model.join(other)
  model.get(owner, 'enableServiceAccess', { service: 'audit.example' })
  model.get(owner, 'registerDelegate', { account: other, service: 'audit.example' })
  return model
}

const outsider = '555555555555'

test.each(management)('%s is for the management account', (verb) => {
  expect(ask(peopled(), guest, verb)).toBe('accessDenied')
  expect(ask(peopled(), other, verb)).toBe('accessDenied')
  expect(ask(peopled(), owner, verb)).not.toBe('accessDenied')
})

test.each(delegated)('%s is for management and delegated administrators', (verb) => {
  expect(ask(peopled(), guest, verb)).toBe('accessDenied')
  expect(ask(peopled(), other, verb)).not.toBe('accessDenied')
  expect(ask(peopled(), owner, verb)).not.toBe('accessDenied')
})

test.each(everybody)('%s is for every account of the organization', (verb) => {
  for (const caller of [owner, guest]) expect(ask(peopled(), caller, verb)).not.toBe('accessDenied')
})

test.each([...management, ...delegated, ...everybody])('%s needs an organization', (verb) => {
  expect(ask(peopled(), outsider, verb)).toBe('notInOrganization')
})

test.each(['acceptInvitation', 'declineInvitation', 'cancelInvitation', 'getInvitation'] as const)(
  '%s can be said by an account of no organization',
  (verb) => {
    expect(ask(peopled(), outsider, verb)).toBe('invitationNotFound')
  },
)

test('an account of no organization lists what it received', () => {
  expect(peopled().get(outsider, 'listReceivedInvitations', {}).items).toEqual([])
})

test('a member of an organization leaves, the delegated administrator does not', () => {
  expect(ask(peopled(), guest, 'leaveOrganization')).toBe('done')
  expect(ask(peopled(), other, 'leaveOrganization')).toBe('delegateCannotLeave')
})

test('a delegated administrator creates policies', () => {
  const model = peopled()
  expect(ask(model, other, 'createPolicy')).toBe('done')
})

test('authorization comes before existence, existence before state, state before limits', () => {
  const model = peopled()
  expect(model.why(guest, 'deleteUnit', { unit: 'x' })).toBe('accessDenied')
  const gone = { account: 'x', from: 'x', to: 'x' }
  expect(model.why(owner, 'moveAccount', gone)).toBe('accountNotFound')
  const full = founded({ ...rules, limits: { unitsPerOrganization: 1 } })
  full.get(owner, 'createUnit', { parent: full.root, name: 'one' })
  expect(full.why(owner, 'createUnit', { parent: full.root, name: 'one' })).toBe('unitNameTaken')
})
