import { expect, test } from 'vitest'
import { founded, guest, openStage, other, owner, smallRules, type Founded } from './test-model.ts'

const strangeTo: readonly (readonly [string, (stage: Founded) => string])[] = [
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

test.each(strangeTo)('C16 %s does not know an account of no organization', (_, ask) => {
  expect(ask(founded())).toBe('accountNotFound')
})

test.each(strangeTo)('C16 %s does not know an account of another organization', (_, ask) => {
  const stage = founded()
  stage.get(other, 'createOrganization', {})
  expect(ask(stage)).toBe('accountNotFound')
})

test('C16 an account is read as it is listed', () => {
  const stage = founded()
  stage.join(guest)
  const { items } = stage.get(owner, 'listAccounts', {})
  expect(items.map(({ id }) => id)).toEqual([owner, guest])
  expect(items.map(({ id }) => stage.get(owner, 'getAccount', { account: id }))).toEqual(items)
})

test('C18 the management account is not closed', () => {
  expect(founded().why(owner, 'closeAccount', { account: owner })).toBe('closeManagement')
})

test('C19 a closed account is closing, then suspended', () => {
  const stage = founded({ ...smallRules, closingDelay: 500 })
  stage.join(guest)
  const status = (): unknown => stage.get(owner, 'getAccount', { account: guest }).status
  expect(status()).toBe('active')
  stage.get(owner, 'closeAccount', { account: guest })
  expect(status()).toBe('closing')
  stage.wait(499)
  expect(status()).toBe('closing')
  stage.wait(1)
  expect(status()).toBe('suspended')
})

test('C20 a closed account is not closed again', () => {
  const stage = founded({ ...smallRules, closingDelay: 500 })
  stage.join(guest)
  stage.get(owner, 'closeAccount', { account: guest })
  expect(stage.why(owner, 'closeAccount', { account: guest })).toBe('accountAlreadyClosed')
  stage.wait(500)
  expect(stage.why(owner, 'closeAccount', { account: guest })).toBe('accountAlreadyClosed')
})

test('C22 closings are limited in a rolling window', () => {
  const stage = founded({ ...smallRules, limits: { closableAccounts: 1 } })
  stage.join(guest)
  stage.join(other)
  stage.get(owner, 'closeAccount', { account: guest })
  expect(stage.why(owner, 'closeAccount', { account: other })).toBe('closeQuotaExceeded')
  stage.wait(30 * 24 * 60 * 60 * 1000)
  expect(stage.why(owner, 'closeAccount', { account: other })).toBe('done')
})

test('C22 the share of the members raises the quota, up to its cap', () => {
  const closing = { share: 0.5, most: 2, windowDays: 30 }
  const stage = founded({ ...smallRules, closing, limits: { closableAccounts: 1 } })
  const members = Array.from({ length: 6 }, (_, index) => stage.create(`n${index}`))
  const answers = members.map((account) => stage.why(owner, 'closeAccount', { account }))
  expect(answers.slice(0, 3)).toEqual(['done', 'done', 'closeQuotaExceeded'])
})

test('C24 a removed account is in no organization and under no policy', () => {
  const stage = founded()
  stage.join(guest)
  stage.get(owner, 'removeAccount', { account: guest })
  expect(stage.why(owner, 'getAccount', { account: guest })).toBe('accountNotFound')
  expect(stage.why(guest, 'getOrganization', {})).toBe('notInOrganization')
  expect(
    stage.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items.map(({ id }) => id),
  ).toEqual([stage.root, owner])
  expect(stage.why(guest, 'createOrganization', {})).toBe('done')
})

test('C26 a delegated administrator is neither removed nor leaves', () => {
  const stage = founded()
  stage.join(guest)
  const delegation = { account: guest, service: 'audit.example' }
  stage.get(owner, 'enableServiceAccess', { service: 'audit.example' })
  stage.get(owner, 'registerDelegate', delegation)
  expect(stage.why(owner, 'removeAccount', { account: guest })).toBe('delegateCannotLeave')
  expect(stage.why(guest, 'leaveOrganization', {})).toBe('delegateCannotLeave')
  stage.get(owner, 'deregisterDelegate', delegation)
  expect(stage.why(guest, 'leaveOrganization', {})).toBe('done')
})

test('C27 the management account is neither removed nor leaves', () => {
  const { why } = founded()
  expect(why(owner, 'removeAccount', { account: owner })).toBe('removeManagement')
  expect(why(owner, 'leaveOrganization', {})).toBe('leaveManagement')
})

test('C28 a created account waits before it is removed', () => {
  const stage = founded()
  const account = stage.create('new')
  expect(stage.why(owner, 'removeAccount', { account })).toBe('waitPeriodActive')
  stage.wait(7 * 24 * 60 * 60 * 1000 - 1)
  expect(stage.why(account, 'leaveOrganization', {})).toBe('waitPeriodActive')
  stage.wait(1)
  expect(stage.why(account, 'leaveOrganization', {})).toBe('done')
})

test('C28 an invited account need not wait', () => {
  const stage = founded()
  stage.join(guest)
  expect(stage.why(owner, 'removeAccount', { account: guest })).toBe('done')
})

test('C29 a member leaves by itself; a stranger has nothing to leave', () => {
  const stage = founded()
  stage.join(guest)
  expect(stage.why(guest, 'leaveOrganization', {})).toBe('done')
  expect(stage.why(guest, 'leaveOrganization', {})).toBe('notInOrganization')
  expect(stage.get(owner, 'listAccounts', {}).items.map(({ id }) => id)).toEqual([owner])
})

test('C31 the tags of an account vanish when it goes', () => {
  const stage = founded()
  stage.join(guest)
  stage.get(owner, 'tagResource', { resource: guest, tags: [{ key: 'team', value: 'x' }] })
  stage.get(guest, 'leaveOrganization', {})
  stage.join(guest)
  expect(stage.get(owner, 'listTags', { resource: guest }).items).toEqual([])
})

test('without strangers an account exists once it has called', () => {
  const { strangers: _, ...known } = smallRules
  const stage = openStage(known)
  stage.get(owner, 'createOrganization', {})
  const target = { kind: 'account', id: guest } as const
  expect(stage.why(owner, 'inviteAccount', { target })).toBe('accountNotFound')
  stage.get(guest, 'createOrganization', {})
  stage.get(guest, 'deleteOrganization', {})
  expect(stage.why(owner, 'inviteAccount', { target })).toBe('done')
})
