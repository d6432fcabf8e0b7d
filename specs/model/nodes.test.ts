import { expect, test } from 'vitest'
import { founded, guest, owner } from './test-model.ts'

test('B9 a unit and an account have one parent each', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  stage.join(guest)
  stage.get(owner, 'moveAccount', { account: guest, from: stage.root, to: id })
  expect(stage.get(owner, 'listParents', { child: id }).items).toEqual([
    { id: stage.root, kind: 'root' },
  ])
  expect(stage.get(owner, 'listParents', { child: guest }).items).toEqual([{ id, kind: 'unit' }])
})

test('B9 a root and a stranger are nobody’s children', () => {
  const stage = founded()
  expect(stage.why(owner, 'listParents', { child: stage.root })).toBe('rootIsNoChild')
  expect(stage.why(owner, 'listParents', { child: guest })).toBe('childNotFound')
})

test('B10 children are of the kind that is asked for', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  const parent = stage.root
  expect(stage.get(owner, 'listChildren', { parent, kind: 'unit' }).items).toEqual([
    { id, kind: 'unit' },
  ])
  expect(stage.get(owner, 'listChildren', { parent, kind: 'account' }).items).toEqual([
    { id: owner, kind: 'account' },
  ])
  expect(stage.why(owner, 'listChildren', { parent, kind: 'robot' })).toBe('invalid.enum')
})

test('B11 accounts are listed under their own parent only', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  const inner = stage.get(owner, 'createUnit', { parent: id, name: 'two' })
  stage.join(guest)
  stage.get(owner, 'moveAccount', { account: guest, from: stage.root, to: inner.id })
  const accountsIn = (parent: string): readonly string[] =>
    stage.get(owner, 'listAccountsIn', { parent }).items.map((account) => account.id)
  expect(accountsIn(stage.root)).toEqual([owner])
  expect(accountsIn(id)).toEqual([])
  expect(accountsIn(inner.id)).toEqual([guest])
})

test('B15 switching a type shows in the root', () => {
  const stage = founded()
  const root = stage.get(owner, 'enablePolicyType', { root: stage.root, type: 'backup' })
  expect(root.policyTypes).toContainEqual({ type: 'backup', status: 'enabled' })
  expect(stage.get(owner, 'listRoots', {}).items).toEqual([root])
})
