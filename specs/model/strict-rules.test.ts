import { expect, test } from 'vitest'

import type { Args } from '../vocabulary/verbs.ts'
import { founded, guest, other, owner, smallRules, type Founded } from './stage.ts'

/** Rules where vendors are stricter than the first. Ids in the titles are of the register that asks for them. */
const service = 'audit.example'

const stage = (behaviour: Partial<typeof smallRules>): Founded => {
  const opened = founded({ ...smallRules, ...behaviour })
  opened.join(guest)
  return opened
}

test('R106 R107 trusting twice and ending no trust are refused where that is strict', () => {
  const { get, why } = stage({ strictTrust: true })
  expect(why(owner, 'distrust', { service })).toBe('serviceNotTrusted')
  get(owner, 'trust', { service })
  expect(why(owner, 'trust', { service })).toBe('serviceAlreadyTrusted')
  get(owner, 'distrust', { service })
  expect(get(owner, 'trusted', {}).items).toEqual([])
})

test('R109 a trust that administrators need is not ended where that is strict', () => {
  const { get, why } = stage({ strictTrust: true })
  get(owner, 'trust', { service })
  get(owner, 'delegate', { account: guest, service })
  expect(why(owner, 'distrust', { service })).toBe('serviceDelegated')
  get(owner, 'undelegate', { account: guest, service })
  expect(why(owner, 'distrust', { service })).toBe('done')
})

test('R032 units and policies keep an organization where only a bare one is dissolved', () => {
  const { get, why, root } = founded({ ...smallRules, dissolvesBareOnly: true })
  const unit = get(owner, 'createUnit', { parent: root, name: 'one' }).id
  expect(why(owner, 'dissolve', {})).toBe('organizationNotEmpty')
  get(owner, 'deleteUnit', { unit })
  const draft = { name: 'p', type: 'control', description: '', content: '{"deny":1}' }
  const policy = get(owner, 'createPolicy', draft).id
  expect(why(owner, 'dissolve', {})).toBe('organizationNotEmpty')
  get(owner, 'deletePolicy', { policy })
  expect(why(owner, 'dissolve', {})).toBe('done')
})

test('R070 an invited account is not closed where only created ones are', () => {
  const { why, create } = stage({ closesCreatedOnly: true })
  expect(why(owner, 'close', { account: guest })).toBe('closeInvited')
  expect(why(owner, 'close', { account: create('made') })).toBe('done')
})

test('R152 a tag that is not there is not taken away where that is strict', () => {
  const { get, why, root } = stage({ strictUntag: true })
  get(owner, 'tag', { resource: root, tags: [{ key: 'one', value: '' }] })
  expect(why(owner, 'untag', { resource: root, keys: ['one', 'two'] })).toBe('tagNotFound')
  expect(get(owner, 'tags', { resource: root }).items).toHaveLength(1)
  expect(why(owner, 'untag', { resource: root, keys: ['one'] })).toBe('done')
})

test('where nothing is in effect an empty document may say so', () => {
  const asked = { type: 'tag', target: guest }
  expect(stage({}).why(owner, 'effectivePolicy', asked)).toBe('effectivePolicyNotFound')
  const told = stage({ emptyEffect: true }).get(owner, 'effectivePolicy', asked)
  expect(told).toMatchObject({ content: '{}', target: guest })
})

test('R065 contact data are told only to who asks, where that is the rule', () => {
  const { get, wait } = stage({ contactOnRequest: true })
  const made = { name: 'made', email: 'made@example.org', phone: '+1', notes: 'new' }
  const { id: creation } = get(owner, 'createAccount', made)
  wait(smallRules.creationDelay)
  const { account = '' } = get(owner, 'creation', { creation })
  const silent = get(owner, 'account', { account })
  expect(silent).not.toHaveProperty('email')
  expect(silent).not.toHaveProperty('phone')
  const asked = { email: 'made@example.org', phone: '+1', notes: 'new' }
  expect(get(owner, 'account', { account, contact: true })).toMatchObject(asked)
  const listed = get(owner, 'accounts', { contact: true }).items.find(({ id }) => id === account)
  expect(listed).toMatchObject(asked)
})

test('R059 an account without an address of its own gets one that nobody else has', () => {
  const { get, wait } = stage({})
  const creations = ['one', 'two'].map((name) => get(owner, 'createAccount', { name }).id)
  wait(smallRules.creationDelay)
  const emails = creations
    .map((creation) => get(owner, 'creation', { creation }).account ?? '')
    .map((account) => get(owner, 'account', { account }).email)
  expect(new Set(emails).size).toBe(2)
})

const party = (id: string): Args<'invite'> => ({ target: { kind: 'name', id } })

test('R081 an account is invited by its name, be it known or a stranger’s', () => {
  const { get, why } = stage({})
  expect(why(owner, 'invite', party('Nobody'))).toBe('accountNotFound')
  const { id: invitation } = get(owner, 'invite', party(`Account ${other}`))
  expect(why(owner, 'invite', { target: { kind: 'account', id: other } })).toBe(
    'invitationDuplicate',
  )
  expect(get(other, 'received', {}).items.map(({ id }) => id)).toEqual([invitation])
  expect(get(other, 'accept', { invitation }).state).toBe('accepted')
  expect(why(owner, 'invite', party(`Account ${other}`))).toBe('inviteeInOrganization')
})

test.each([
  ['', 'x'],
  [' ', 'x'],
  ['long', 'x'],
  ['key', 'longer'],
])('R159 a tag %j of %j is not written where tags have a form', (key, value) => {
  const { why, root } = stage({ tagForm: { key: 3, value: 5 } })
  expect(why(owner, 'tag', { resource: root, tags: [{ key, value }] })).toBe('tagMalformed')
  const fitting = [{ key: 'key', value: '' }]
  expect(why(owner, 'tag', { resource: root, tags: fitting })).toBe('done')
})
