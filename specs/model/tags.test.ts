import { expect, test } from 'vitest'
import { founded, guest, owner, type Founded } from './test-model.ts'

const x = { key: 'x', value: '1' }
const y = { key: 'y', value: '' }

const resources: readonly (readonly [string, (stage: Founded) => string])[] = [
  ['root', ({ root }) => root],
  ['unit', ({ get, root }) => get(owner, 'createUnit', { parent: root, name: 'one' }).id],
  ['account', () => owner],
  [
    'policy',
    ({ get }) =>
      get(owner, 'createPolicy', { name: 'a', type: 'tag', description: '', content: '{}' }).id,
  ],
]

test.each(resources)('H1 a %s can be tagged', (_, make) => {
  const stage = founded()
  const resource = make(stage)
  stage.get(owner, 'tagResource', { resource, tags: [x, y] })
  expect(stage.get(owner, 'listTags', { resource }).items).toEqual([x, y])
  stage.get(owner, 'untagResource', { resource, keys: ['x', 'never'] })
  expect(stage.get(owner, 'listTags', { resource }).items).toEqual([y])
})

test('H1 what does not exist here can not be tagged', () => {
  const stage = founded()
  for (const resource of ['x', guest]) {
    expect(stage.why(owner, 'tagResource', { resource, tags: [x] })).toBe('tagTargetNotFound')
    expect(stage.why(owner, 'untagResource', { resource, keys: ['x'] })).toBe('tagTargetNotFound')
    expect(stage.why(owner, 'listTags', { resource })).toBe('tagTargetNotFound')
  }
})

test('H2 a value may be empty', () => {
  const stage = founded()
  expect(
    stage.why(owner, 'tagResource', { resource: owner, tags: [{ key: 'x', value: '' }] }),
  ).toBe('done')
})

test('H3 one bad tag spoils all', () => {
  const stage = founded()
  const tags = [x, { key: 'sys:y', value: '' }]
  expect(stage.why(owner, 'tagResource', { resource: owner, tags })).toBe('tagKeyReserved')
  expect(stage.get(owner, 'listTags', { resource: owner }).items).toEqual([])
})

test('H4 a key comes once in a request; a key that is there gets the new value', () => {
  const stage = founded()
  expect(stage.why(owner, 'tagResource', { resource: owner, tags: [x, x] })).toBe('tagKeyDuplicate')
  stage.get(owner, 'tagResource', { resource: owner, tags: [x, y] })
  stage.get(owner, 'tagResource', { resource: owner, tags: [{ key: 'x', value: '2' }] })
  expect(stage.get(owner, 'listTags', { resource: owner }).items).toEqual([
    { key: 'x', value: '2' },
    y,
  ])
})

test.each(['sys:', 'sys:owner', 'SYS:owner'])('H5 the key %s is reserved', (key) => {
  const stage = founded()
  const resource = owner
  expect(stage.why(owner, 'tagResource', { resource, tags: [{ key, value: '' }] })).toBe(
    'tagKeyReserved',
  )
  expect(stage.why(owner, 'untagResource', { resource, keys: [key] })).toBe('tagKeyReserved')
})

test('H6 a resource has a limited number of tags', () => {
  const stage = founded()
  const tags = ['a', 'b', 'c'].map((key) => ({ key, value: '' }))
  stage.get(owner, 'tagResource', { resource: owner, tags })
  expect(stage.why(owner, 'tagResource', { resource: owner, tags: [x] })).toBe('tagLimitExceeded')
  expect(stage.why(owner, 'tagResource', { resource: owner, tags })).toBe('done')
  stage.get(owner, 'untagResource', { resource: owner, keys: ['a'] })
  expect(stage.why(owner, 'tagResource', { resource: owner, tags: [x] })).toBe('done')
})
