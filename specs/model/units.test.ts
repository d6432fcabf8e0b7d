import { expect, test } from 'vitest'
import { founded, guest, owner, smallRules } from './test-model.ts'

test('B1 units nest as deep as the limit and no deeper', () => {
  const stage = founded()
  let parent = stage.root
  for (const name of ['one', 'two', 'three'])
    parent = stage.get(owner, 'createUnit', { parent, name }).id
  expect(stage.why(owner, 'createUnit', { parent, name: 'four' })).toBe('unitDepthExceeded')
})

test('B1 a new unit is read back', () => {
  const stage = founded()
  const unit = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  expect(stage.get(owner, 'getUnit', { unit: unit.id })).toEqual(unit)
  expect(stage.get(owner, 'listUnits', { parent: stage.root }).items).toEqual([unit])
})

const unknownParents = ['createUnit', 'listUnits', 'listAccountsIn', 'listChildren'] as const

test.each(unknownParents)('B2 %s knows its parent', (verb) => {
  const stage = founded()
  const args = { parent: 'nowhere', name: 'one', kind: 'unit' }
  expect(stage.why(owner, verb, args)).toBe('parentNotFound')
  expect(stage.why(owner, verb, { ...args, parent: stage.root })).toBe('done')
})

test('B3 names are unique among siblings when creating', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  expect(stage.why(owner, 'createUnit', { parent: stage.root, name: 'one' })).toBe('unitNameTaken')
  expect(stage.why(owner, 'createUnit', { parent: id, name: 'one' })).toBe('done')
})

test('B3 names are unique among siblings when renaming', () => {
  const stage = founded()
  stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  const { id } = stage.get(owner, 'createUnit', { parent: stage.root, name: 'two' })
  expect(stage.why(owner, 'renameUnit', { unit: id, name: 'one' })).toBe('unitNameTaken')
  expect(stage.why(owner, 'renameUnit', { unit: id, name: 'two' })).toBe('done')
})

test('B4 the number of units is limited', () => {
  const stage = founded({ ...smallRules, limits: { unitsPerOrganization: 1 } })
  stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  expect(stage.why(owner, 'createUnit', { parent: stage.root, name: 'two' })).toBe(
    'unitCountExceeded',
  )
})

const badTags = [
  ['a key twice', [0, 0], 'tagKeyDuplicate'],
  ['a reserved key', ['sys:'], 'tagKeyReserved'],
  ['too many', [0, 1, 2, 3], 'tagLimitExceeded'],
] as const

test.each(badTags)('B5 tags with %s: no unit is created', (_, keys, refusal) => {
  const stage = founded()
  const tags = keys.map((key) => ({ key: `${key}`, value: '' }))
  const args = { parent: stage.root, name: 'one' }
  expect(stage.why(owner, 'createUnit', { ...args, tags })).toBe(refusal)
  expect(stage.get(owner, 'listUnits', { parent: stage.root }).items).toEqual([])
  const fine = [{ key: 'team', value: '' }]
  const { id } = stage.get(owner, 'createUnit', { ...args, tags: fine })
  expect(stage.get(owner, 'listTags', { resource: id }).items).toEqual(fine)
})

test('B6 a unit with a unit in it is not deleted', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  const inner = stage.get(owner, 'createUnit', { parent: id, name: 'two' })
  expect(stage.why(owner, 'deleteUnit', { unit: id })).toBe('unitNotEmpty')
  stage.get(owner, 'deleteUnit', { unit: inner.id })
  expect(stage.why(owner, 'deleteUnit', { unit: id })).toBe('done')
})

test('B6 a unit with an account in it is not deleted', () => {
  const stage = founded()
  stage.join(guest)
  const { id } = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  stage.get(owner, 'moveAccount', { account: guest, from: stage.root, to: id })
  expect(stage.why(owner, 'deleteUnit', { unit: id })).toBe('unitNotEmpty')
  stage.get(owner, 'moveAccount', { account: guest, from: id, to: stage.root })
  expect(stage.why(owner, 'deleteUnit', { unit: id })).toBe('done')
})

test.each(['getUnit', 'renameUnit', 'deleteUnit'] as const)('B7 %s knows its unit', (verb) => {
  const stage = founded()
  const { id } = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  expect(stage.why(owner, verb, { unit: stage.root, name: 'two' })).toBe('unitNotFound')
  expect(stage.why(owner, verb, { unit: id, name: 'two' })).toBe('done')
})

test('B7 a deleted unit is gone', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  stage.get(owner, 'deleteUnit', { unit: id })
  expect(stage.why(owner, 'getUnit', { unit: id })).toBe('unitNotFound')
  expect(stage.why(owner, 'listTags', { resource: id })).toBe('tagTargetNotFound')
  expect(
    stage.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items.map((node) => node.id),
  ).toEqual([stage.root, owner])
})

test('B8 renaming keeps id, children and attachments', () => {
  const stage = founded()
  const before = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  const child = stage.get(owner, 'createUnit', { parent: before.id, name: 'inner' })
  const after = stage.get(owner, 'renameUnit', { unit: before.id, name: 'two' })
  expect(after).toEqual({ ...before, name: 'two' })
  expect(stage.get(owner, 'listUnits', { parent: before.id }).items).toEqual([child])
  const attached = stage.get(owner, 'listPoliciesOn', { target: before.id, type: 'control' })
  expect(attached.items.map(({ id }) => id)).toEqual(['p-builtin'])
})

test('B8 renaming without a name changes nothing', () => {
  const stage = founded()
  const unit = stage.get(owner, 'createUnit', { parent: stage.root, name: 'one' })
  expect(stage.get(owner, 'renameUnit', { unit: unit.id })).toEqual(unit)
})
