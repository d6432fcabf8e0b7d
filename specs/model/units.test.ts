import { expect, test } from 'vitest'

import { founded, guest, owner, smallRules } from './test-model.ts'

test('units nest as deep as the limit and no deeper', () => {
  const model = founded()
  let parent = model.root
  for (const name of ['one', 'two', 'three'])
    parent = model.get(owner, 'createUnit', { parent, name }).id
  expect(model.why(owner, 'createUnit', { parent, name: 'four' })).toBe('unitDepthExceeded')
})

test('a new unit is read back', () => {
  const model = founded()
  const unit = model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  expect(model.get(owner, 'getUnit', { unit: unit.id })).toEqual(unit)
  expect(model.get(owner, 'listUnits', { parent: model.root }).items).toEqual([unit])
})

const unknownParents = ['createUnit', 'listUnits', 'listAccountsIn', 'listChildren'] as const

test.each(unknownParents)('%s knows its parent', (verb) => {
  const model = founded()
  const args = { parent: 'nowhere', name: 'one', kind: 'unit' }
  expect(model.why(owner, verb, args)).toBe('parentNotFound')
  expect(model.why(owner, verb, { ...args, parent: model.root })).toBe('done')
})

test('names are unique among siblings when creating', () => {
  const model = founded()
  const { id } = model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  expect(model.why(owner, 'createUnit', { parent: model.root, name: 'one' })).toBe('unitNameTaken')
  expect(model.why(owner, 'createUnit', { parent: id, name: 'one' })).toBe('done')
})

test('names are unique among siblings when renaming', () => {
  const model = founded()
  model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  const { id } = model.get(owner, 'createUnit', { parent: model.root, name: 'two' })
  expect(model.why(owner, 'renameUnit', { unit: id, name: 'one' })).toBe('unitNameTaken')
  expect(model.why(owner, 'renameUnit', { unit: id, name: 'two' })).toBe('done')
})

test('the number of units is limited', () => {
  const model = founded({ ...smallRules, limits: { unitsPerOrganization: 1 } })
  model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  expect(model.why(owner, 'createUnit', { parent: model.root, name: 'two' })).toBe(
    'unitCountExceeded',
  )
})

const badTags = [
  ['a key twice', [0, 0], 'tagKeyDuplicate'],
  ['a reserved key', ['sys:'], 'tagKeyReserved'],
  ['too many', [0, 1, 2, 3], 'tagLimitExceeded'],
] as const

test.each(badTags)('tags with %s: no unit is created', (_, keys, refusal) => {
  const model = founded()
  const tags = keys.map((key) => ({ key: `${key}`, value: '' }))
  const args = { parent: model.root, name: 'one' }
  expect(model.why(owner, 'createUnit', { ...args, tags })).toBe(refusal)
  expect(model.get(owner, 'listUnits', { parent: model.root }).items).toEqual([])
  const fine = [{ key: 'team', value: '' }]
  const { id } = model.get(owner, 'createUnit', { ...args, tags: fine })
  expect(model.get(owner, 'listTags', { resource: id }).items).toEqual(fine)
})

test('a unit with a unit in it is not deleted', () => {
  const model = founded()
  const { id } = model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  const inner = model.get(owner, 'createUnit', { parent: id, name: 'two' })
  expect(model.why(owner, 'deleteUnit', { unit: id })).toBe('unitNotEmpty')
  model.get(owner, 'deleteUnit', { unit: inner.id })
  expect(model.why(owner, 'deleteUnit', { unit: id })).toBe('done')
})

test('a unit with an account in it is not deleted', () => {
  const model = founded()
  model.join(guest)
  const { id } = model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  model.get(owner, 'moveAccount', { account: guest, from: model.root, to: id })
  expect(model.why(owner, 'deleteUnit', { unit: id })).toBe('unitNotEmpty')
  model.get(owner, 'moveAccount', { account: guest, from: id, to: model.root })
  expect(model.why(owner, 'deleteUnit', { unit: id })).toBe('done')
})

test.each(['getUnit', 'renameUnit', 'deleteUnit'] as const)('%s knows its unit', (verb) => {
  const model = founded()
  const { id } = model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  expect(model.why(owner, verb, { unit: model.root, name: 'two' })).toBe('unitNotFound')
  expect(model.why(owner, verb, { unit: id, name: 'two' })).toBe('done')
})

test('a deleted unit is gone', () => {
  const model = founded()
  const { id } = model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  model.get(owner, 'deleteUnit', { unit: id })
  expect(model.why(owner, 'getUnit', { unit: id })).toBe('unitNotFound')
  expect(model.why(owner, 'listTags', { resource: id })).toBe('tagTargetNotFound')
  expect(
    model.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items.map((node) => node.id),
  ).toEqual([model.root, owner])
})

test('renaming keeps id, children and attachments', () => {
  const model = founded()
  const before = model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  const child = model.get(owner, 'createUnit', { parent: before.id, name: 'inner' })
  const after = model.get(owner, 'renameUnit', { unit: before.id, name: 'two' })
  expect(after).toEqual({ ...before, name: 'two' })
  expect(model.get(owner, 'listUnits', { parent: before.id }).items).toEqual([child])
  const attached = model.get(owner, 'listPoliciesOn', { target: before.id, type: 'control' })
  expect(attached.items.map(({ id }) => id)).toEqual(['p-builtin'])
})

test('renaming without a name changes nothing', () => {
  const model = founded()
  const unit = model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  expect(model.get(owner, 'renameUnit', { unit: unit.id })).toEqual(unit)
})
