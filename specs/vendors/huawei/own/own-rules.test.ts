import { expect, test } from 'vitest'

import { founded, guest, owner, smallRules, type Founded } from '../../../model/test-model.ts'
import { ownRulesOf } from '../../../vendor/own-operation.ts'
import { readOwn } from '../../own-operations.ts'
import type { TagSearch } from './tag-search.ts'

/** Ids in the titles are of the register that asks for it. */
const own = ownRulesOf({ own: await readOwn('huawei') })

const opened = (
  behaviour: Partial<typeof smallRules> = {},
): Founded & { readonly unit: string } => {
  const model = founded({ ...smallRules, ...behaviour }, 'all', own)
  model.join(guest)
  const tags = [{ key: 'team', value: 'blue' }]
  const unit = model.get(owner, 'createUnit', { parent: model.root, name: 'first', tags }).id
  return { ...model, unit }
}

test('R069 notes about a member are rewritten, cleared, or left as they are', () => {
  const { get, why } = opened()
  const noted = (notes?: string) =>
    get(owner, 'updateAccountNotes', { account: guest, ...(notes !== undefined && { notes }) })
      .notes
  expect(noted()).toBeUndefined()
  expect(noted('ours')).toBe('ours')
  expect(noted()).toBe('ours')
  expect(noted('')).toBeUndefined()
  expect(get(owner, 'getAccount', { account: guest }).notes).toBeUndefined()
  expect(why(owner, 'updateAccountNotes', { account: '9', notes: 'x' })).toBe('accountNotFound')
  expect(why(guest, 'updateAccountNotes', { account: guest, notes: 'x' })).toBe('accessDenied')
})

test('R071 R072 closed accounts are listed with the state of their closing', () => {
  const { get, wait } = opened({ closingDelay: 50 })
  expect(get(owner, 'listAccountClosings', {}).items).toEqual([])
  get(owner, 'closeAccount', { account: guest })
  const [closing] = get(owner, 'listAccountClosings', { states: ['closing'] }).items
  expect(closing).toMatchObject({ id: guest, state: 'closing' })
  expect(get(owner, 'listAccountClosings', { states: ['suspended'] }).items).toEqual([])
  wait(50)
  const [closed] = get(owner, 'listAccountClosings', { states: ['suspended'] }).items
  expect(closed).toMatchObject({ id: guest, state: 'suspended', askedAt: closing?.askedAt })
  expect(closed?.updatedAt).toBe((closed?.askedAt ?? 0) + 50)
})

test('R164 R166 nodes are those of a parent, or the one of a child: exactly one is named', () => {
  const { get, why, root, unit } = opened()
  const kinds = get(owner, 'listNodes', { parent: root }).items.map(({ id, kind }) => [id, kind])
  expect(kinds).toEqual([
    [unit, 'unit'],
    [owner, 'account'],
    [guest, 'account'],
  ])
  expect(get(owner, 'listNodes', { child: unit }).items).toMatchObject([{ id: root, kind: 'root' }])
  get(owner, 'moveAccount', { account: guest, from: root, to: unit })
  expect(get(owner, 'listNodes', { child: guest }).items).toMatchObject([
    { id: unit, kind: 'unit', name: 'first' },
  ])
  const first = get(owner, 'listNodes', { parent: root, size: 1 })
  expect(first.items).toHaveLength(1)
  expect(get(owner, 'listNodes', { parent: root, token: first.next ?? '' }).items).toHaveLength(1)
  expect(why(owner, 'listNodes', {})).toBe('nodeFilterAmbiguous')
  expect(why(owner, 'listNodes', { parent: root, child: unit })).toBe('nodeFilterAmbiguous')
  expect(why(owner, 'listNodes', { parent: guest })).toBe('parentNotFound')
  expect(why(owner, 'listNodes', { child: '9' })).toBe('childNotFound')
  expect(why(owner, 'listNodes', { child: root })).toBe('rootIsNoChild')
})

test('R155 tags said with a kind are the tags said without', () => {
  const { get, why, unit } = opened()
  const named = { kind: 'unit', resource: unit }
  get(owner, 'tagResourceOfKind', { ...named, tags: [{ key: 'stage', value: 'test' }] })
  const both = [
    { key: 'team', value: 'blue' },
    { key: 'stage', value: 'test' },
  ]
  expect(get(owner, 'listTags', { resource: unit }).items).toEqual(both)
  expect(get(owner, 'listTagsOfKind', named).items).toEqual(both)
  get(owner, 'untagResourceOfKind', { ...named, tags: [{ key: 'team', value: 'whatever' }] })
  expect(get(owner, 'listTags', { resource: unit }).items).toEqual(both.slice(1))
  const wrong = { kind: 'account', resource: unit }
  for (const verb of ['tagResourceOfKind', 'untagResourceOfKind'] as const)
    expect(why(owner, verb, { ...wrong, tags: both })).toBe('tagTargetNotFound')
  expect(why(owner, 'listTagsOfKind', wrong)).toBe('tagTargetNotFound')
})

const searches: readonly [string, Omit<TagSearch, 'kind'>, readonly string[]][] = [
  ['no criterion', {}, ['first', 'second', 'third']],
  ['a key with one of its values', { tags: [{ key: 'team', values: ['blue'] }] }, ['first']],
  [
    'a key with any of the values given',
    { tags: [{ key: 'team', values: ['blue', 'red'] }] },
    ['first', 'second'],
  ],
  [
    'every key',
    {
      tags: [
        { key: 'team', values: ['blue', 'red'] },
        { key: 'stage', values: ['test'] },
      ],
    },
    ['second'],
  ],
  ['a key alone', { tags: [{ key: 'stage', values: [] }] }, ['second']],
  ['nothing but untagged', { untaggedOnly: true }, ['third']],
  ['a piece of a name', { named: [{ kind: 'unit', part: 'ir' }] }, ['first', 'third']],
]

test.each(searches)('R026 R156 R158 a search for %s finds and counts the same', (...row) => {
  const [, search, names] = row
  const { get, root } = opened()
  const red = [
    { key: 'team', value: 'red' },
    { key: 'stage', value: 'test' },
  ]
  get(owner, 'createUnit', { parent: root, name: 'second', tags: red })
  get(owner, 'createUnit', { parent: root, name: 'third' })
  const found = get(owner, 'listTaggedResources', { kind: 'unit', ...search })
  expect(found.items.map(({ name }) => name)).toEqual(names)
  expect(found.total).toBe(names.length)
  expect(get(owner, 'countTaggedResources', { kind: 'unit', ...search })).toEqual({
    total: names.length,
  })
})

test.each([
  ['root', ['Root']],
  ['account', [`Account ${owner}`, `Account ${guest}`]],
  ['policy', ['Everything']],
  ['unit', ['first']],
  ['planet', []],
] as const)('R147 things of the kind %s are found', (kind, names) => {
  const found = opened().get(owner, 'listTaggedResources', { kind })
  expect(found.items.map(({ name }) => name)).toEqual(names)
})

test('a search has pages by offset', () => {
  const { get, why } = opened()
  const page = (offset: number) =>
    get(owner, 'listTaggedResources', { kind: 'account', size: 1, offset })
  expect(page(1)).toMatchObject({ items: [{ id: guest }], total: 2 })
  expect(page(2)).toEqual({ items: [], total: 2 })
  for (const offset of [-1, 0.5, Number.NaN])
    expect(why(owner, 'listTaggedResources', { kind: 'account', offset })).toBe('pageTokenInvalid')
  expect(why(owner, 'listTaggedResources', { kind: 'account', size: 0 })).toBe('invalid.minimum')
  expect(why(owner, 'listTaggedResources', { kind: 'account', size: 21 })).toBe('invalid.maximum')
})

test('R160 keys in use on things of a kind come with all their values', () => {
  const { get, root } = opened()
  const tags = [{ key: 'team', value: 'red' }]
  get(owner, 'createUnit', { parent: root, name: 'second', tags })
  get(owner, 'createUnit', { parent: root, name: 'third', tags })
  expect(get(owner, 'listTagValues', { kind: 'unit' }).items).toEqual([
    { key: 'team', values: ['blue', 'red'] },
  ])
  expect(get(owner, 'listTagValues', { kind: 'root' }).items).toEqual([])
})

test('R105 services are what the rules name, and so are enforcements', () => {
  const { get } = opened()
  expect(get(owner, 'listServices', {}).items).toEqual(smallRules.services)
  for (const { service, types } of get(owner, 'listEnforcedServices', {}).items) {
    expect(service).not.toBe('')
    expect(types.length).toBeGreaterThan(0)
  }
})

test('R168 quotas follow what is created and deleted, and leave out what is not limited', () => {
  const limits = { ...smallRules.limits, unitsPerOrganization: 7, accountsPerOrganization: 9 }
  const { get, unit } = opened({ limits })
  expect(get(owner, 'listQuotas', {}).items).toEqual([
    { kind: 'account', limit: 9, used: 2 },
    { kind: 'unit', limit: 7, used: 1 },
  ])
  get(owner, 'deleteUnit', { unit })
  expect(get(owner, 'listQuotas', {}).items[1]).toMatchObject({ used: 0 })
})
