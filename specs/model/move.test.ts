import { expect, test } from 'vitest'
import { founded, guest, other, owner, type Founded } from './test-model.ts'

const withUnits = (): Founded & { readonly one: string; readonly two: string } => {
  const stage = founded()
  stage.join(guest)
  const one = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' }).id
  const two = stage.get(owner, 'createUnit', { parent: stage.root, name: 'two' }).id
  return { ...stage, one, two }
}

test('B12 an account moves', () => {
  const stage = withUnits()
  stage.get(owner, 'moveAccount', { account: guest, from: stage.root, to: stage.one })
  expect(stage.get(owner, 'listParents', { child: guest }).items[0]?.id).toBe(stage.one)
})

test('B12 account, source and destination exist, and the account is in the source', () => {
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

test('B13 an account does not move to where it is', () => {
  const { why, root, one } = withUnits()
  expect(why(owner, 'moveAccount', { account: guest, from: root, to: root })).toBe(
    'accountAlreadyThere',
  )
  expect(why(owner, 'moveAccount', { account: guest, from: one, to: root })).toBe(
    'accountAlreadyThere',
  )
})
