import { expect, test } from 'vitest'

import { founded, guest, owner, type Founded } from './test-model.ts'

const x = { key: 'x', value: '1' }
const y = { key: 'y', value: '' }

const resources: readonly (readonly [string, (model: Founded) => string])[] = [
  ['root', ({ root }) => root],
  ['unit', ({ get, root }) => get(owner, 'createUnit', { parent: root, name: 'one' }).id],
  ['account', () => owner],
  [
    'policy',
    ({ get }) =>
      get(owner, 'createPolicy', { name: 'a', type: 'tag', description: '', content: '{}' }).id,
  ],
]

test.each(resources)('a %s can be tagged', (_, make) => {
  const model = founded()
  const resource = make(model)
  model.get(owner, 'tagResource', { resource, tags: [x, y] })
  expect(model.get(owner, 'listTags', { resource }).items).toEqual([x, y])
  model.get(owner, 'untagResource', { resource, keys: ['x', 'never'] })
  expect(model.get(owner, 'listTags', { resource }).items).toEqual([y])
})

test('what does not exist here can not be tagged', () => {
  const model = founded()
  for (const resource of ['x', guest]) {
    expect(model.why(owner, 'tagResource', { resource, tags: [x] })).toBe('tagTargetNotFound')
    expect(model.why(owner, 'untagResource', { resource, keys: ['x'] })).toBe('tagTargetNotFound')
    expect(model.why(owner, 'listTags', { resource })).toBe('tagTargetNotFound')
  }
})

test('a value may be empty', () => {
  const model = founded()
  expect(
    model.why(owner, 'tagResource', { resource: owner, tags: [{ key: 'x', value: '' }] }),
  ).toBe('done')
})

test('one bad tag spoils all', () => {
  const model = founded()
  const tags = [x, { key: 'sys:y', value: '' }]
  expect(model.why(owner, 'tagResource', { resource: owner, tags })).toBe('tagKeyReserved')
  expect(model.get(owner, 'listTags', { resource: owner }).items).toEqual([])
})

test('a key comes once in a request; a key that is there gets the new value', () => {
  const model = founded()
  expect(model.why(owner, 'tagResource', { resource: owner, tags: [x, x] })).toBe('tagKeyDuplicate')
  model.get(owner, 'tagResource', { resource: owner, tags: [x, y] })
  model.get(owner, 'tagResource', { resource: owner, tags: [{ key: 'x', value: '2' }] })
  expect(model.get(owner, 'listTags', { resource: owner }).items).toEqual([
    { key: 'x', value: '2' },
    y,
  ])
})

test.each(['sys:', 'sys:owner', 'SYS:owner'])('the key %s is reserved', (key) => {
  const model = founded()
  const resource = owner
  expect(model.why(owner, 'tagResource', { resource, tags: [{ key, value: '' }] })).toBe(
    'tagKeyReserved',
  )
  expect(model.why(owner, 'untagResource', { resource, keys: [key] })).toBe('tagKeyReserved')
})

test('a resource has a limited number of tags', () => {
  const model = founded()
  const tags = ['a', 'b', 'c'].map((key) => ({ key, value: '' }))
  model.get(owner, 'tagResource', { resource: owner, tags })
  expect(model.why(owner, 'tagResource', { resource: owner, tags: [x] })).toBe('tagLimitExceeded')
  expect(model.why(owner, 'tagResource', { resource: owner, tags })).toBe('done')
  model.get(owner, 'untagResource', { resource: owner, keys: ['a'] })
  expect(model.why(owner, 'tagResource', { resource: owner, tags: [x] })).toBe('done')
})
