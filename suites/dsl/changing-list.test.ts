import { expect, test } from 'vitest'

import type { Page, Paging } from '../../specs/vocabulary/verbs.ts'
import { given, type Outcome } from '../verdict/outcome.ts'
import { checkChangingList } from './changing-list.ts'
import { checkLentToken } from './lent-token.ts'
import type { ScenarioContext } from './scenario.ts'

type Following = (names: readonly string[], token: string) => number

/** What is found of a list of five whose tokens name the last entry shown, by how an endpoint finds the next one. */
const judged = async (following: Following) => {
  let names = ['a', 'b', 'c', 'd', 'e']
  const list = async ({ size = 9, token }: Paging): Promise<Outcome<Page<string>>> => {
    const start = token === undefined ? 0 : following(names, token)
    const items = names.slice(start, start + size)
    const last = items.at(-1)
    const more = start + size < names.length && last !== undefined
    const value = { items, ...(more && { next: `${last}${start + size}` }) }
    return { kind: 'done', operation: 'List', exchange: 1, value }
  }
  const found: unknown[] = []
  const check = Object.assign((_: string, received: unknown) => void found.push(received), {
    twin: () => {},
  })
  const context = { given, check } as unknown as ScenarioContext<'list'>
  await checkChangingList(context, 'list', {
    list,
    nameOf: (name) => name,
    standing: [...names],
    remove: async (gone) => void (names = names.filter((name) => name !== gone)),
    add: async () => names.push('f'),
  })
  return found
}

test('a list that goes on behind the entry shown last is right', async () => {
  const found = await judged((names, token) => names.indexOf(token.slice(0, 1)) + 1)
  expect(found).toEqual([{ missing: [], twice: [] }])
})

test('a list that counts misses what has moved up', async () => {
  const found = await judged((_, token) => Number(token.slice(1)))
  expect(found).toEqual([{ missing: ['c'], twice: [] }])
})

test('a list that begins anew shows entries twice', async () => {
  const found = await judged((_, token) => (token.startsWith('b') ? 0 : Number(token.slice(1))))
  expect(found).toEqual([{ missing: [], twice: ['b'] }])
})

/** What another list's token shows that is not in the own list, by what is answered to it. */
const lent = async (answer: Outcome<Page<string>>) => {
  const found: unknown[] = []
  const check = Object.assign((_: string, received: unknown) => void found.push(received), {
    twin: () => {},
  })
  const context = { given, check } as unknown as ScenarioContext<'token'>
  await checkLentToken(context, 'token', {
    lender: async () => done({ items: ['x'], next: 'x1' }),
    borrower: async () => answer,
    nameOf: (name) => name,
    own: ['a'],
  })
  return found
}

const done = (value: Page<string>): Outcome<Page<string>> => ({
  kind: 'done',
  operation: 'List',
  exchange: 1,
  value,
})

test("another list's token may be refused or begin anew, and shows nothing else", async () => {
  const reply = { kind: 'refusal', status: 400, code: 'No', notes: [] } as const
  expect(await lent({ kind: 'refused', operation: 'List', exchange: 1, reply })).toEqual([[]])
  expect(await lent(done({ items: ['a'] }))).toEqual([[]])
  expect(await lent(done({ items: ['y'] }))).toEqual([['y']])
})
