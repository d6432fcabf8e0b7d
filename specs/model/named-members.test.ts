import { expect, test } from 'vitest'

import { founded, guest, other, owner, smallRules, type Founded } from './test-model.ts'

const named = { ...smallRules, namedMembers: true }

const joinAs = (model: Founded, account: string, name: string): void => {
  const target = { kind: 'account', id: account } as const
  const { id } = model.get(owner, 'inviteAccount', { target, name, notes: 'met before' })
  model.get(account, 'acceptInvitation', { invitation: id })
}

test('a member is called as its invitation said, and tells where it stands', () => {
  const model = founded(named)
  joinAs(model, guest, 'Guest')
  expect(model.get(owner, 'getAccount', { account: guest })).toMatchObject({
    name: 'Guest',
    notes: 'met before',
    place: { id: model.root, name: 'Root' },
  })
  const unit = model.get(owner, 'createUnit', { parent: model.root, name: 'House' }).id
  model.get(owner, 'moveAccount', { account: guest, to: unit })
  expect(model.get(owner, 'getAccount', { account: guest }).place).toEqual({
    id: unit,
    name: 'House',
    parent: model.root,
  })
})

test('no two members, nor any invited one, are invited under the same name', () => {
  const model = founded(named)
  joinAs(model, guest, 'Guest')
  const target = { kind: 'account', id: other } as const
  expect(model.why(owner, 'inviteAccount', { target, name: 'Guest' })).toBe('memberNameTaken')
  const { id } = model.get(owner, 'inviteAccount', { target, name: 'Other' })
  const again = { target: { kind: 'account', id: '444444444444' }, name: 'Other' } as const
  expect(model.why(owner, 'inviteAccount', again)).toBe('memberNameTaken')
  model.get(owner, 'cancelInvitation', { invitation: id })
  expect(model.why(owner, 'inviteAccount', again)).toBe('done')
})

test('where members have no names of their own, the account keeps its name', () => {
  const model = founded()
  joinAs(model, guest, 'Guest')
  const shown = model.get(owner, 'getAccount', { account: guest })
  expect(shown.name).toBe(`Account ${guest}`)
  expect(shown).not.toHaveProperty('place')
})
