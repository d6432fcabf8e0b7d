import { expect, test } from 'vitest'

import { founded, guest, owner } from './test-model.ts'

test('a unit and an account have one parent each', () => {
  const model = founded()
  const { id } = model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  model.join(guest)
  model.get(owner, 'moveAccount', { account: guest, from: model.root, to: id })
  expect(model.get(owner, 'listParents', { child: id }).items).toEqual([
    { id: model.root, kind: 'root' },
  ])
  expect(model.get(owner, 'listParents', { child: guest }).items).toEqual([{ id, kind: 'unit' }])
})

test('a root and a stranger are nobody’s children', () => {
  const model = founded()
  expect(model.why(owner, 'listParents', { child: model.root })).toBe('rootIsNoChild')
  expect(model.why(owner, 'listParents', { child: guest })).toBe('childNotFound')
})

test('children are of the kind that is asked for', () => {
  const model = founded()
  const { id } = model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  const parent = model.root
  expect(model.get(owner, 'listChildren', { parent, kind: 'unit' }).items).toEqual([
    { id, kind: 'unit' },
  ])
  expect(model.get(owner, 'listChildren', { parent, kind: 'account' }).items).toEqual([
    { id: owner, kind: 'account' },
  ])
  expect(model.why(owner, 'listChildren', { parent, kind: 'robot' })).toBe('invalid.enum')
})

test('accounts are listed under their own parent only', () => {
  const model = founded()
  const { id } = model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  const inner = model.get(owner, 'createUnit', { parent: id, name: 'two' })
  model.join(guest)
  model.get(owner, 'moveAccount', { account: guest, from: model.root, to: inner.id })
  const accountsIn = (parent: string): readonly string[] =>
    model.get(owner, 'listAccountsIn', { parent }).items.map((account) => account.id)
  expect(accountsIn(model.root)).toEqual([owner])
  expect(accountsIn(id)).toEqual([])
  expect(accountsIn(inner.id)).toEqual([guest])
})

test('switching a type shows in the root', () => {
  const model = founded()
  const root = model.get(owner, 'enablePolicyType', { root: model.root, type: 'backup' })
  expect(root.policyTypes).toContainEqual({ type: 'backup', status: 'enabled' })
  expect(model.get(owner, 'listRoots', {}).items).toEqual([root])
})
