import { expect, test } from 'vitest'

import type { Page, Unit } from '../vocabulary/nouns.ts'
import { founded, owner, smallRules, type Founded } from './test-model.ts'

const names = Array.from({ length: 23 }, (_, index) => `unit ${index}`)

const full = (): Founded => {
  const model = founded()
  for (const name of names) model.get(owner, 'createUnit', { parent: model.root, name })
  return model
}

const pageOf = ({ get, root }: Founded, size?: number, token?: string): Page<Unit> =>
  get(owner, 'listUnits', {
    parent: root,
    ...(size === undefined ? {} : { size }),
    ...(token === undefined ? {} : { token }),
  })

test.each([1, 2, 7, 20, undefined])('pages of %s join to the whole', (size) => {
  const model = full()
  const seen: unknown[] = []
  let page = pageOf(model, size)
  seen.push(...page.items)
  while (page.next !== undefined) {
    page = pageOf(model, size, page.next)
    seen.push(...page.items)
  }
  expect(seen).toHaveLength(names.length)
  expect(seen.map((unit) => (unit as Unit).name)).toEqual(names)
})

test('the last page has no token, even when it is full', () => {
  const model = founded()
  model.get(owner, 'createUnit', { parent: model.root, name: 'one' })
  expect(pageOf(model, 1).next).toBeUndefined()
})

test('an entry deleted between two pages hides no other', () => {
  const model = full()
  const first = pageOf(model, 5)
  model.get(owner, 'deleteUnit', { unit: first.items[4]?.id ?? '' })
  const second = pageOf(model, 5, first.next)
  expect(second.items.map(({ name }) => name)).toEqual(names.slice(5, 10))
})

test('an entry deleted from an earlier page hides no other', () => {
  const model = full()
  const first = pageOf(model, 5)
  model.get(owner, 'deleteUnit', { unit: first.items[0]?.id ?? '' })
  expect(pageOf(model, 5, first.next).items[0]?.name).toBe(names[5])
})

test('a page has at most as many entries as asked for, else the default', () => {
  const model = full()
  expect(pageOf(model, 3).items).toHaveLength(3)
  expect(pageOf(model).items).toHaveLength(smallRules.limits.pageSizeDefault ?? 0)
})

test.each(['x', '', 'bnVsbA', 'W10', 'WyJhIiwiYiIsMV0'])('%j is no token of ours', (token) => {
  const model = full()
  expect(model.why(owner, 'listUnits', { parent: model.root, token })).toBe('pageTokenInvalid')
})

test('a token does not fit another list, other arguments or another caller', () => {
  const model = full()
  const { root } = model
  const { next: token = '' } = pageOf(model, 2)
  const unit = model.get(owner, 'listUnits', { parent: root }).items[0]?.id ?? ''
  expect(model.why(owner, 'listUnits', { parent: unit, token })).toBe('pageTokenInvalid')
  expect(model.why(owner, 'listAccountsIn', { parent: root, token })).toBe('pageTokenInvalid')
  const account = model.create('new')
  model.get(owner, 'enableServiceAccess', { service: 'audit.example' })
  model.get(owner, 'registerDelegate', { account, service: 'audit.example' })
  const accounts = model.get(owner, 'listAccounts', { size: 1 }).next ?? ''
  expect(model.why(account, 'listAccounts', { token: accounts })).toBe('pageTokenInvalid')
  expect(model.why(owner, 'listAccounts', { token: accounts })).toBe('done')
})

test('a page size is within the limits', () => {
  const { why } = founded()
  expect(why(owner, 'listAccounts', { size: 0 })).toBe('invalid.minimum')
  expect(why(owner, 'listAccounts', { size: 21 })).toBe('invalid.maximum')
  expect(why(owner, 'listAccounts', { size: 20 })).toBe('done')
})

test('tags are paged by the default size', () => {
  const rules = { ...smallRules, limits: { pageSizeDefault: 2 } }
  const model = founded(rules)
  const tags = ['a', 'b', 'c'].map((key) => ({ key, value: '' }))
  model.get(owner, 'tagResource', { resource: owner, tags })
  const first = model.get(owner, 'listTags', { resource: owner })
  expect(first.items).toEqual(tags.slice(0, 2))
  const rest = model.get(owner, 'listTags', { resource: owner, token: first.next ?? '' })
  expect(rest).toEqual({ items: tags.slice(2) })
})

test('without a default size a page is as long as it may be', () => {
  const model = founded({ ...smallRules, limits: { pageSizeMax: 2 } })
  for (const name of ['one', 'two', 'three'])
    model.get(owner, 'createUnit', { parent: model.root, name })
  expect(pageOf(model).items).toHaveLength(2)
})

test('where pages are counted, an offset asks for the next one', () => {
  const model = founded({ ...smallRules, pages: 'offsets' })
  for (const name of ['one', 'two', 'three'])
    model.get(owner, 'createUnit', { parent: model.root, name })
  const units = (size: number, token = '0'): readonly unknown[] => {
    const page = model.get(owner, 'listUnits', { parent: model.root, size, token })
    return [page.items.map(({ name }) => name), page.next, page.total]
  }
  expect(units(2)).toEqual([['one', 'two'], '2', 3])
  expect(units(2, '2')).toEqual([['three'], undefined, 3])
  expect(units(2, '9')).toEqual([[], undefined, 3])
  expect(units(0)).toEqual([[], undefined, 3])
  expect(model.why(owner, 'listUnits', { parent: model.root, token: 'two' })).toBe(
    'pageTokenInvalid',
  )
  expect(model.why(owner, 'listUnits', { parent: model.root, size: -1 })).toBe('invalid.minimum')
})
