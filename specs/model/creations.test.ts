import { expect, test } from 'vitest'
import { founded, guest, openStage, owner, smallRules } from './test-model.ts'

const fresh = { name: 'New', email: 'new@example.org' }

test('C1 a creation runs and then succeeds', () => {
  const stage = founded()
  const begun = stage.get(owner, 'createAccount', fresh)
  expect(begun.state).toBe('running')
  stage.wait(smallRules.creationDelay - 1)
  expect(stage.get(owner, 'getAccountCreation', { creation: begun.id })).toEqual(begun)
  stage.wait(1)
  expect(stage.get(owner, 'getAccountCreation', { creation: begun.id }).state).toBe('succeeded')
})

test('C2 the account shows after success only, the failure after failure only', () => {
  const stage = founded()
  const one = stage.get(owner, 'createAccount', fresh)
  const two = stage.get(owner, 'createAccount', fresh)
  expect([one.account, two.failure]).toEqual([undefined, undefined])
  stage.wait(smallRules.creationDelay)
  const [first, second] = stage.get(owner, 'listAccountCreations', {}).items
  expect(first?.account).toMatch(/^\d{12}$/u)
  expect(first?.failure).toBeUndefined()
  expect(second?.account).toBeUndefined()
  expect(second?.failure).toBe('email-taken')
})

test('C3 a created account becomes a member when it is there, in the root', () => {
  const stage = founded()
  stage.get(owner, 'createAccount', fresh)
  expect(stage.get(owner, 'listAccounts', {}).items).toHaveLength(1)
  stage.wait(smallRules.creationDelay)
  const created = stage.get(owner, 'listAccounts', {}).items[1]
  expect(created).toMatchObject({ ...fresh, status: 'active', joinedBy: 'created' })
  expect(stage.get(owner, 'listParents', { child: created?.id ?? '' }).items[0]?.id).toBe(
    stage.root,
  )
})

const taken = ['new@example.org', 'NEW@example.org', `${owner}@example.com`, `${guest}@example.com`]

test.each(taken)('C4 the address %s belongs to another account', (email) => {
  const stage = founded()
  stage.get(owner, 'createAccount', fresh)
  const { id } = stage.get(owner, 'createAccount', { name: 'Other', email })
  stage.wait(smallRules.creationDelay)
  expect(stage.get(owner, 'getAccountCreation', { creation: id })).toMatchObject({
    state: 'failed',
    failure: 'email-taken',
  })
  expect(stage.get(owner, 'listAccounts', {}).items).toHaveLength(2)
})

test('C6 reserved role names are refused', () => {
  const { why } = founded()
  expect(why(owner, 'createAccount', { ...fresh, role: 'ReservedForUs' })).toBe('roleNameReserved')
  expect(why(owner, 'createAccount', { ...fresh, role: 'NotReserved' })).toBe('done')
})

test('C8 tags are put on the created account', () => {
  const stage = founded()
  const tags = [{ key: 'team', value: '' }]
  const { id } = stage.get(owner, 'createAccount', { ...fresh, tags })
  stage.wait(smallRules.creationDelay)
  const { account = '' } = stage.get(owner, 'getAccountCreation', { creation: id })
  expect(stage.get(owner, 'listTags', { resource: account }).items).toEqual(tags)
})

test('C8 with a bad tag no account is created', () => {
  const stage = founded()
  const tags = [{ key: 'sys:team', value: '' }]
  expect(stage.why(owner, 'createAccount', { ...fresh, tags })).toBe('tagKeyReserved')
  expect(stage.get(owner, 'listAccountCreations', {}).items).toEqual([])
})

test('C9 accounts are limited; running creations and open invitations count', () => {
  const stage = founded({ ...smallRules, limits: { accountsPerOrganization: 3 } })
  stage.get(owner, 'createAccount', fresh)
  const { id } = stage.get(owner, 'inviteAccount', { target: { kind: 'account', id: guest } })
  const third = { name: 'Third', email: 'third@example.org' }
  expect(stage.why(owner, 'createAccount', third)).toBe('accountCountExceeded')
  stage.get(owner, 'cancelInvitation', { invitation: id })
  expect(stage.why(owner, 'createAccount', third)).toBe('done')
})

test('C13 a sovereign pair needs a sovereign cloud', () => {
  expect(founded().why(owner, 'createSovereignAccount', fresh)).toBe('sovereignUnavailable')
})

test('C13 where there is one, two accounts are created and one joins', () => {
  const stage = founded({ ...smallRules, sovereignAccounts: true })
  const { id } = stage.get(owner, 'createSovereignAccount', fresh)
  stage.wait(smallRules.creationDelay)
  const pair = stage.get(owner, 'getAccountCreation', { creation: id })
  expect(pair.sovereignAccount).toMatch(/^\d{12}$/u)
  expect(pair.sovereignAccount).not.toBe(pair.account)
  expect(stage.get(owner, 'listAccounts', {}).items.map((account) => account.id)).toEqual([
    owner,
    pair.account,
  ])
})

test('C14 an unknown creation is not found, nor is one of another organization', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'createAccount', fresh)
  expect(stage.why(owner, 'getAccountCreation', { creation: 'x' })).toBe('creationNotFound')
  stage.get(guest, 'createOrganization', {})
  expect(stage.why(guest, 'getAccountCreation', { creation: id })).toBe('creationNotFound')
})

test('C15 creations are listed by state, or all', () => {
  const stage = founded()
  stage.get(owner, 'createAccount', fresh)
  stage.wait(smallRules.creationDelay)
  stage.get(owner, 'createAccount', { name: 'Later', email: 'later@example.org' })
  const names = (states?: readonly string[]): readonly unknown[] =>
    stage
      .get(owner, 'listAccountCreations', states === undefined ? {} : { states })
      .items.map((creation) => creation.name)
  expect(names()).toEqual(['New', 'Later'])
  expect(names(['running'])).toEqual(['Later'])
  expect(names(['succeeded', 'running'])).toEqual(['New', 'Later'])
  expect(names(['failed'])).toEqual([])
})

test('C3 nobody joins an organization nobody founded', () => {
  expect(openStage().why(owner, 'createAccount', fresh)).toBe('notInOrganization')
})
