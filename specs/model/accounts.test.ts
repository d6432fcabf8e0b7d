import { expect, test } from 'vitest'

import {
  founded,
  guest,
  openTestModel,
  other,
  owner,
  smallRules,
  type Founded,
} from './test-model.ts'

const strangeTo: readonly (readonly [string, (model: Founded) => string])[] = [
  ['account', ({ why }) => why(owner, 'getAccount', { account: other })],
  ['close', ({ why }) => why(owner, 'closeAccount', { account: other })],
  ['remove', ({ why }) => why(owner, 'removeAccount', { account: other })],
  ['move', ({ why, root }) => why(owner, 'moveAccount', { account: other, from: root, to: root })],
  ['delegations', ({ why }) => why(owner, 'listDelegations', { account: other })],
  [
    'delegate',
    ({ why }) => why(owner, 'registerDelegate', { account: other, service: 'audit.example' }),
  ],
  [
    'deregisterDelegate',
    ({ why }) => why(owner, 'deregisterDelegate', { account: other, service: 'audit.example' }),
  ],
]

test.each(strangeTo)('%s does not know an account of no organization', (_, ask) => {
  expect(ask(founded())).toBe('accountNotFound')
})

test.each(strangeTo)('%s does not know an account of another organization', (_, ask) => {
  const model = founded()
  model.get(other, 'createOrganization', {})
  expect(ask(model)).toBe('accountNotFound')
})

test('an account is read as it is listed', () => {
  const model = founded()
  model.join(guest)
  const { items } = model.get(owner, 'listAccounts', {})
  expect(items.map(({ id }) => id)).toEqual([owner, guest])
  expect(items.map(({ id }) => model.get(owner, 'getAccount', { account: id }))).toEqual(items)
})

test('the management account is not closed', () => {
  expect(founded().why(owner, 'closeAccount', { account: owner })).toBe('closeManagement')
})

test('a closed account is closing, then suspended', () => {
  const model = founded({ ...smallRules, closingDelay: 500 })
  model.join(guest)
  const status = (): unknown => model.get(owner, 'getAccount', { account: guest }).status
  expect(status()).toBe('active')
  model.get(owner, 'closeAccount', { account: guest })
  expect(status()).toBe('closing')
  model.wait(499)
  expect(status()).toBe('closing')
  model.wait(1)
  expect(status()).toBe('suspended')
})

test('a closed account is not closed again', () => {
  const model = founded({ ...smallRules, closingDelay: 500 })
  model.join(guest)
  model.get(owner, 'closeAccount', { account: guest })
  expect(model.why(owner, 'closeAccount', { account: guest })).toBe('accountAlreadyClosed')
  model.wait(500)
  expect(model.why(owner, 'closeAccount', { account: guest })).toBe('accountAlreadyClosed')
})

test('a closed account says nothing any more, in its organization and out of it', () => {
  const model = founded({ ...smallRules, closingDelay: 500 })
  model.join(guest)
  model.get(owner, 'closeAccount', { account: guest })
  for (const passed of [0, 500]) {
    model.wait(passed)
    expect(model.why(guest, 'getOrganization', {})).toBe('accessDenied')
    expect(model.why(guest, 'leaveOrganization', {})).toBe('accessDenied')
  }
  model.get(owner, 'removeAccount', { account: guest })
  expect(model.why(guest, 'createOrganization', {})).toBe('accessDenied')
  expect(model.why(guest, 'listReceivedInvitations', {})).toBe('accessDenied')
})

test('closings are limited in a rolling window', () => {
  const model = founded({ ...smallRules, limits: { closableAccounts: 1 } })
  model.join(guest)
  model.join(other)
  model.get(owner, 'closeAccount', { account: guest })
  expect(model.why(owner, 'closeAccount', { account: other })).toBe('closeQuotaExceeded')
  model.wait(30 * 24 * 60 * 60 * 1000)
  expect(model.why(owner, 'closeAccount', { account: other })).toBe('done')
})

test('the share of the members raises the quota, up to its cap', () => {
  const closing = { share: 0.5, most: 2, windowDays: 30 }
  const model = founded({ ...smallRules, closing, limits: { closableAccounts: 1 } })
  const members = Array.from({ length: 6 }, (_, index) => model.create(`n${index}`))
  const answers = members.map((account) => model.why(owner, 'closeAccount', { account }))
  expect(answers.slice(0, 3)).toEqual(['done', 'done', 'closeQuotaExceeded'])
})

test('a removed account is in no organization and under no policy', () => {
  const model = founded()
  model.join(guest)
  model.get(owner, 'removeAccount', { account: guest })
  expect(model.why(owner, 'getAccount', { account: guest })).toBe('accountNotFound')
  expect(model.why(guest, 'getOrganization', {})).toBe('notInOrganization')
  expect(
    model.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items.map(({ id }) => id),
  ).toEqual([model.root, owner])
  expect(model.why(guest, 'createOrganization', {})).toBe('done')
})

test('a delegated administrator is neither removed nor leaves', () => {
  const model = founded()
  model.join(guest)
  const delegation = { account: guest, service: 'audit.example' }
  model.get(owner, 'enableServiceAccess', { service: 'audit.example' })
  model.get(owner, 'registerDelegate', delegation)
  expect(model.why(owner, 'removeAccount', { account: guest })).toBe('delegateCannotLeave')
  expect(model.why(guest, 'leaveOrganization', {})).toBe('delegateCannotLeave')
  model.get(owner, 'deregisterDelegate', delegation)
  expect(model.why(guest, 'leaveOrganization', {})).toBe('done')
})

test('the management account is neither removed nor leaves', () => {
  const { why } = founded()
  expect(why(owner, 'removeAccount', { account: owner })).toBe('removeManagement')
  expect(why(owner, 'leaveOrganization', {})).toBe('leaveManagement')
})

test('a created account waits before it is removed', () => {
  const model = founded()
  const account = model.create('new')
  expect(model.why(owner, 'removeAccount', { account })).toBe('waitPeriodActive')
  model.wait(7 * 24 * 60 * 60 * 1000 - 1)
  expect(model.why(account, 'leaveOrganization', {})).toBe('waitPeriodActive')
  model.wait(1)
  expect(model.why(account, 'leaveOrganization', {})).toBe('done')
})

test('an invited account need not wait', () => {
  const model = founded()
  model.join(guest)
  expect(model.why(owner, 'removeAccount', { account: guest })).toBe('done')
})

test('a member leaves by itself; a stranger has nothing to leave', () => {
  const model = founded()
  model.join(guest)
  expect(model.why(guest, 'leaveOrganization', {})).toBe('done')
  expect(model.why(guest, 'leaveOrganization', {})).toBe('notInOrganization')
  expect(model.get(owner, 'listAccounts', {}).items.map(({ id }) => id)).toEqual([owner])
})

test('the tags of an account vanish when it goes', () => {
  const model = founded()
  model.join(guest)
  model.get(owner, 'tagResource', { resource: guest, tags: [{ key: 'team', value: 'x' }] })
  model.get(guest, 'leaveOrganization', {})
  model.join(guest)
  expect(model.get(owner, 'listTags', { resource: guest }).items).toEqual([])
})

test('without strangers an account exists once it has called', () => {
  const { strangers: _, ...known } = smallRules
  const model = openTestModel(known)
  model.get(owner, 'createOrganization', {})
  const target = { kind: 'account', id: guest } as const
  expect(model.why(owner, 'inviteAccount', { target })).toBe('accountNotFound')
  model.get(guest, 'createOrganization', {})
  model.get(guest, 'deleteOrganization', {})
  expect(model.why(owner, 'inviteAccount', { target })).toBe('done')
})
