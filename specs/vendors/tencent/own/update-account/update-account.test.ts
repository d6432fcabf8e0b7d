import { expect, test } from 'vitest'

import {
  founded,
  guest,
  other,
  owner,
  smallRules,
  type Founded,
} from '../../../../model/test-model.ts'
import { ownRulesOf } from '../../../../vendor/own-operation.ts'
import { readOwn } from '../../../own-operations.ts'

const own = ownRulesOf({ own: await readOwn('tencent') })

const named = (): Founded => founded({ ...smallRules, namedMembers: true }, 'all', own)

const joinAs = (model: Founded, account: string, name: string): void => {
  const target = { kind: 'account', id: account } as const
  const { id } = model.get(owner, 'inviteAccount', { target, name, notes: 'met before' })
  model.get(account, 'acceptInvitation', { invitation: id })
}

test('name and notes change apart from each other', () => {
  const model = named()
  joinAs(model, guest, 'Guest')
  model.get(owner, 'updateAccount', { account: guest, name: 'Friend' })
  model.get(owner, 'updateAccount', { account: guest, notes: 'a friend' })
  model.get(owner, 'updateAccount', { account: guest })
  expect(model.get(owner, 'getAccount', { account: guest })).toMatchObject({
    name: 'Friend',
    notes: 'a friend',
  })
})

test('nobody is renamed to what another member or any invited one is called', () => {
  const model = named()
  joinAs(model, guest, 'Guest')
  const target = { kind: 'account', id: other } as const
  const { id } = model.get(owner, 'inviteAccount', { target, name: 'Other' })
  expect(model.why(owner, 'updateAccount', { account: guest, name: 'Other' })).toBe(
    'memberNameTaken',
  )
  model.get(owner, 'cancelInvitation', { invitation: id })
  expect(model.why(owner, 'updateAccount', { account: guest, name: 'Other' })).toBe('done')
  expect(model.why(owner, 'updateAccount', { account: guest, name: 'Other' })).toBe('done')
})

test('an account that is no member is not called anything', () => {
  const model = named()
  expect(model.why(owner, 'updateAccount', { account: other, name: 'Other' })).toBe(
    'accountNotFound',
  )
})
