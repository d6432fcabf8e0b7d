import { expect, test } from 'vitest'

import { founded, guest, openTestModel, owner, smallRules } from './test-model.ts'

const fresh = { name: 'New', email: 'new@example.org' }

test('a creation runs and then succeeds', () => {
  const model = founded()
  const begun = model.get(owner, 'createAccount', fresh)
  expect(begun.state).toBe('running')
  model.wait(smallRules.creationDelay - 1)
  expect(model.get(owner, 'getAccountCreation', { creation: begun.id })).toEqual(begun)
  model.wait(1)
  expect(model.get(owner, 'getAccountCreation', { creation: begun.id }).state).toBe('succeeded')
})

test('the account shows after success only, the failure after failure only', () => {
  const model = founded()
  const one = model.get(owner, 'createAccount', fresh)
  const two = model.get(owner, 'createAccount', fresh)
  expect([one.account, two.failure]).toEqual([undefined, undefined])
  model.wait(smallRules.creationDelay)
  const [first, second] = model.get(owner, 'listAccountCreations', {}).items
  expect(first?.account).toMatch(/^\d{12}$/u)
  expect(first?.failure).toBeUndefined()
  expect(second?.account).toBeUndefined()
  expect(second?.failure).toBe('email-taken')
})

test('a created account becomes a member when it is there, in the root', () => {
  const model = founded()
  model.get(owner, 'createAccount', fresh)
  expect(model.get(owner, 'listAccounts', {}).items).toHaveLength(1)
  model.wait(smallRules.creationDelay)
  const created = model.get(owner, 'listAccounts', {}).items[1]
  expect(created).toMatchObject({ ...fresh, status: 'active', joinedBy: 'created' })
  expect(model.get(owner, 'listParents', { child: created?.id ?? '' }).items[0]?.id).toBe(
    model.root,
  )
})

const taken = ['new@example.org', 'NEW@example.org', `${owner}@example.com`, `${guest}@example.com`]

test.each(taken)('the address %s belongs to another account', (email) => {
  const model = founded()
  model.get(owner, 'createAccount', fresh)
  const { id } = model.get(owner, 'createAccount', { name: 'Other', email })
  model.wait(smallRules.creationDelay)
  expect(model.get(owner, 'getAccountCreation', { creation: id })).toMatchObject({
    state: 'failed',
    failure: 'email-taken',
  })
  expect(model.get(owner, 'listAccounts', {}).items).toHaveLength(2)
})

test('reserved role names are refused', () => {
  const { why } = founded()
  expect(why(owner, 'createAccount', { ...fresh, role: 'ReservedForUs' })).toBe('roleNameReserved')
  expect(why(owner, 'createAccount', { ...fresh, role: 'NotReserved' })).toBe('done')
})

test('tags are put on the created account', () => {
  const model = founded()
  const tags = [{ key: 'team', value: '' }]
  const { id } = model.get(owner, 'createAccount', { ...fresh, tags })
  model.wait(smallRules.creationDelay)
  const { account = '' } = model.get(owner, 'getAccountCreation', { creation: id })
  expect(model.get(owner, 'listTags', { resource: account }).items).toEqual(tags)
})

test('with a bad tag no account is created', () => {
  const model = founded()
  const tags = [{ key: 'sys:team', value: '' }]
  expect(model.why(owner, 'createAccount', { ...fresh, tags })).toBe('tagKeyReserved')
  expect(model.get(owner, 'listAccountCreations', {}).items).toEqual([])
})

test('accounts are limited; running creations and open invitations count', () => {
  const model = founded({ ...smallRules, limits: { accountsPerOrganization: 3 } })
  model.get(owner, 'createAccount', fresh)
  const { id } = model.get(owner, 'inviteAccount', { target: { kind: 'account', id: guest } })
  const third = { name: 'Third', email: 'third@example.org' }
  expect(model.why(owner, 'createAccount', third)).toBe('accountCountExceeded')
  model.get(owner, 'cancelInvitation', { invitation: id })
  expect(model.why(owner, 'createAccount', third)).toBe('done')
})

test('an unknown creation is not found, nor is one of another organization', () => {
  const model = founded()
  const { id } = model.get(owner, 'createAccount', fresh)
  expect(model.why(owner, 'getAccountCreation', { creation: 'x' })).toBe('creationNotFound')
  model.get(guest, 'createOrganization', {})
  expect(model.why(guest, 'getAccountCreation', { creation: id })).toBe('creationNotFound')
})

test('creations are listed by state, or all', () => {
  const model = founded()
  model.get(owner, 'createAccount', fresh)
  model.wait(smallRules.creationDelay)
  model.get(owner, 'createAccount', { name: 'Later', email: 'later@example.org' })
  const names = (states?: readonly string[]): readonly unknown[] =>
    model
      .get(owner, 'listAccountCreations', states === undefined ? {} : { states })
      .items.map((creation) => creation.name)
  expect(names()).toEqual(['New', 'Later'])
  expect(names(['running'])).toEqual(['Later'])
  expect(names(['succeeded', 'running'])).toEqual(['New', 'Later'])
  expect(names(['failed'])).toEqual([])
})

test('nobody joins an organization nobody founded', () => {
  expect(openTestModel().why(owner, 'createAccount', fresh)).toBe('notInOrganization')
})
