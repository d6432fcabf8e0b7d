import { expect, test } from 'vitest'

import { founded, guest, other, owner, smallRules, type Founded } from './test-model.ts'

const named = { ...smallRules, namedMembers: true }

const joinAs = (stage: Founded, account: string, name: string): void => {
  const target = { kind: 'account', id: account } as const
  const { id } = stage.get(owner, 'inviteAccount', { target, name, notes: 'met before' })
  stage.get(account, 'acceptInvitation', { invitation: id })
}

test('a member is called as its invitation said, and tells where it stands', () => {
  const stage = founded(named)
  joinAs(stage, guest, 'Guest')
  expect(stage.get(owner, 'getAccount', { account: guest })).toMatchObject({
    name: 'Guest',
    notes: 'met before',
    place: { id: stage.root, name: 'Root' },
  })
  const unit = stage.get(owner, 'createUnit', { parent: stage.root, name: 'House' }).id
  stage.get(owner, 'moveAccount', { account: guest, to: unit })
  expect(stage.get(owner, 'getAccount', { account: guest }).place).toEqual({
    id: unit,
    name: 'House',
    parent: stage.root,
  })
})

test('name and notes change apart from each other', () => {
  const stage = founded(named)
  joinAs(stage, guest, 'Guest')
  stage.get(owner, 'updateAccount', { account: guest, name: 'Friend' })
  stage.get(owner, 'updateAccount', { account: guest, notes: 'a friend' })
  stage.get(owner, 'updateAccount', { account: guest })
  expect(stage.get(owner, 'getAccount', { account: guest })).toMatchObject({
    name: 'Friend',
    notes: 'a friend',
  })
})

test('no two members, nor any invited one, have the same name', () => {
  const stage = founded(named)
  joinAs(stage, guest, 'Guest')
  const target = { kind: 'account', id: other } as const
  expect(stage.why(owner, 'inviteAccount', { target, name: 'Guest' })).toBe('memberNameTaken')
  const { id } = stage.get(owner, 'inviteAccount', { target, name: 'Other' })
  expect(stage.why(owner, 'updateAccount', { account: guest, name: 'Other' })).toBe(
    'memberNameTaken',
  )
  stage.get(owner, 'cancelInvitation', { invitation: id })
  expect(stage.why(owner, 'updateAccount', { account: guest, name: 'Other' })).toBe('done')
  expect(stage.why(owner, 'updateAccount', { account: guest, name: 'Other' })).toBe('done')
})

test('an account that is no member is not called anything', () => {
  const stage = founded(named)
  expect(stage.why(owner, 'updateAccount', { account: other, name: 'Other' })).toBe(
    'accountNotFound',
  )
})

test('where members have no names of their own, the account keeps its name', () => {
  const stage = founded()
  joinAs(stage, guest, 'Guest')
  const shown = stage.get(owner, 'getAccount', { account: guest })
  expect(shown.name).toBe(`Account ${guest}`)
  expect(shown).not.toHaveProperty('place')
})
