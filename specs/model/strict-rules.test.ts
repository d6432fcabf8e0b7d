import { expect, test } from 'vitest'

import type { Args } from '../vocabulary/verbs.ts'
import { founded, guest, other, owner, smallRules, type Founded } from './test-model.ts'

/** Rules where vendors are stricter than the first. Ids in the titles are of the register that asks for them. */
const service = 'audit.example'

const model = (behaviour: Partial<typeof smallRules>): Founded => {
  const opened = founded({ ...smallRules, ...behaviour })
  opened.join(guest)
  return opened
}

test('R106 R107 trusting twice and ending no trust are refused where that is strict', () => {
  const { get, why } = model({ strictTrust: true })
  expect(why(owner, 'disableServiceAccess', { service })).toBe('serviceNotTrusted')
  get(owner, 'enableServiceAccess', { service })
  expect(why(owner, 'enableServiceAccess', { service })).toBe('serviceAlreadyTrusted')
  get(owner, 'disableServiceAccess', { service })
  expect(get(owner, 'listTrustedServices', {}).items).toEqual([])
})

test('R109 a trust that administrators need is not ended where that is strict', () => {
  const { get, why } = model({ strictTrust: true })
  get(owner, 'enableServiceAccess', { service })
  get(owner, 'registerDelegate', { account: guest, service })
  expect(why(owner, 'disableServiceAccess', { service })).toBe('serviceDelegated')
  get(owner, 'deregisterDelegate', { account: guest, service })
  expect(why(owner, 'disableServiceAccess', { service })).toBe('done')
})

test('R032 units and policies keep an organization where only a bare one is dissolved', () => {
  const { get, why, root } = founded({ ...smallRules, dissolvesBareOnly: true })
  const unit = get(owner, 'createUnit', { parent: root, name: 'one' }).id
  expect(why(owner, 'deleteOrganization', {})).toBe('organizationNotEmpty')
  get(owner, 'deleteUnit', { unit })
  const draft = { name: 'p', type: 'control', description: '', content: '{"deny":1}' }
  const policy = get(owner, 'createPolicy', draft).id
  expect(why(owner, 'deleteOrganization', {})).toBe('organizationNotEmpty')
  get(owner, 'deletePolicy', { policy })
  expect(why(owner, 'deleteOrganization', {})).toBe('done')
})

test('R070 an invited account is not closed where only created ones are', () => {
  const { why, create } = model({ closesCreatedOnly: true })
  expect(why(owner, 'closeAccount', { account: guest })).toBe('closeInvited')
  expect(why(owner, 'closeAccount', { account: create('made') })).toBe('done')
})

test('R152 a tag that is not there is not taken away where that is strict', () => {
  const { get, why, root } = model({ strictUntag: true })
  get(owner, 'tagResource', { resource: root, tags: [{ key: 'one', value: '' }] })
  expect(why(owner, 'untagResource', { resource: root, keys: ['one', 'two'] })).toBe('tagNotFound')
  expect(get(owner, 'listTags', { resource: root }).items).toHaveLength(1)
  expect(why(owner, 'untagResource', { resource: root, keys: ['one'] })).toBe('done')
})

test('where nothing is in effect an empty document may say so', () => {
  const asked = { type: 'tag', target: guest }
  expect(model({}).why(owner, 'getEffectivePolicy', asked)).toBe('effectivePolicyNotFound')
  const told = model({ emptyEffect: 'always' }).get(owner, 'getEffectivePolicy', asked)
  expect(told).toMatchObject({ content: '{}', target: guest })
})

test('R065 contact data are told only to who asks, where that is the rule', () => {
  const { get, wait } = model({ contactOnRequest: true })
  const made = { name: 'made', email: 'made@example.org', phone: '+1', notes: 'new' }
  const { id: creation } = get(owner, 'createAccount', made)
  wait(smallRules.creationDelay)
  const { account = '' } = get(owner, 'getAccountCreation', { creation })
  const silent = get(owner, 'getAccount', { account })
  expect(silent).not.toHaveProperty('email')
  expect(silent).not.toHaveProperty('phone')
  const asked = { email: 'made@example.org', phone: '+1', notes: 'new' }
  expect(get(owner, 'getAccount', { account, contact: true })).toMatchObject(asked)
  const listed = get(owner, 'listAccounts', { contact: true }).items.find(
    ({ id }) => id === account,
  )
  expect(listed).toMatchObject(asked)
})

test('R059 an account without an address of its own gets one that nobody else has', () => {
  const { get, wait } = model({})
  const creations = ['one', 'two'].map((name) => get(owner, 'createAccount', { name }).id)
  wait(smallRules.creationDelay)
  const emails = creations
    .map((creation) => get(owner, 'getAccountCreation', { creation }).account ?? '')
    .map((account) => get(owner, 'getAccount', { account }).email)
  expect(new Set(emails).size).toBe(2)
})

const party = (id: string): Args<'inviteAccount'> => ({ target: { kind: 'name', id } })

test('R081 an account is invited by its name, be it known or a stranger’s', () => {
  const { get, why } = model({})
  expect(why(owner, 'inviteAccount', party('Nobody'))).toBe('accountNotFound')
  const { id: invitation } = get(owner, 'inviteAccount', party(`Account ${other}`))
  expect(why(owner, 'inviteAccount', { target: { kind: 'account', id: other } })).toBe(
    'invitationDuplicate',
  )
  expect(get(other, 'listReceivedInvitations', {}).items.map(({ id }) => id)).toEqual([invitation])
  expect(get(other, 'acceptInvitation', { invitation }).state).toBe('accepted')
  expect(why(owner, 'inviteAccount', party(`Account ${other}`))).toBe('inviteeInOrganization')
})

test.each([
  ['', 'x'],
  [' ', 'x'],
  ['long', 'x'],
  ['key', 'longer'],
])('R159 a tag %j of %j is not written where tags have a form', (key, value) => {
  const { why, root } = model({ tagForm: { key: 3, value: 5 } })
  expect(why(owner, 'tagResource', { resource: root, tags: [{ key, value }] })).toBe('tagMalformed')
  const fitting = [{ key: 'key', value: '' }]
  expect(why(owner, 'tagResource', { resource: root, tags: fitting })).toBe('done')
})
