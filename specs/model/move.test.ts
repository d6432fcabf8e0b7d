import { expect, test } from 'vitest'

import { founded, guest, other, owner, type Founded } from './test-model.ts'

const withUnits = (): Founded & { readonly one: string; readonly two: string } => {
  const model = founded()
  model.join(guest)
  const one = model.get(owner, 'createUnit', { parent: model.root, name: 'one' }).id
  const two = model.get(owner, 'createUnit', { parent: model.root, name: 'two' }).id
  return { ...model, one, two }
}

test('an account moves', () => {
  const model = withUnits()
  model.get(owner, 'moveAccount', { account: guest, from: model.root, to: model.one })
  expect(model.get(owner, 'listParents', { child: guest }).items[0]?.id).toBe(model.one)
})

test('account, source and destination exist, and the account is in the source', () => {
  const { why, root, one, two } = withUnits()
  expect(why(owner, 'moveAccount', { account: other, from: root, to: one })).toBe('accountNotFound')
  expect(why(owner, 'moveAccount', { account: guest, from: 'x', to: one })).toBe(
    'sourceParentNotFound',
  )
  expect(why(owner, 'moveAccount', { account: guest, from: two, to: one })).toBe(
    'sourceParentNotFound',
  )
  expect(why(owner, 'moveAccount', { account: guest, from: root, to: 'x' })).toBe(
    'destinationParentNotFound',
  )
})

test('an account does not move to where it is', () => {
  const { why, root, one } = withUnits()
  expect(why(owner, 'moveAccount', { account: guest, from: root, to: root })).toBe(
    'accountAlreadyThere',
  )
  expect(why(owner, 'moveAccount', { account: guest, from: one, to: root })).toBe(
    'accountAlreadyThere',
  )
})
