import { expect, test } from 'vitest'

import type { Outcome } from '../verdict/outcome.ts'
import { walkPages, type ListPage } from './walk-pages.ts'

type Answer = ListPage<string, string> | 'refused'

/** A list whose pages come by their tokens; the first one comes without. */
const list = (answers: Readonly<Record<string, Answer>>) => {
  const asked: (string | undefined)[] = []
  const ask = (token: string | undefined): Promise<Outcome<ListPage<string, string>>> => {
    asked.push(token)
    const shared = { operation: 'List', exchange: asked.length }
    const answer = answers[token ?? 'first'] ?? 'refused'
    const reply = { kind: 'refusal', status: 400, code: 'No', notes: [] } as const
    return Promise.resolve(
      answer === 'refused'
        ? { ...shared, kind: 'refused', reply }
        : { ...shared, kind: 'done', value: answer },
    )
  }
  return { ask, asked }
}

test('every page comes, by the token of the one before', async () => {
  const { ask, asked } = list({ first: { items: ['a'], next: '2' }, 2: { items: ['b', 'c'] } })
  const { pages, end } = await walkPages(ask)
  expect(pages.map(({ items }) => items)).toEqual([['a'], ['b', 'c']])
  expect(end.kind).toBe('complete')
  expect(asked).toEqual([undefined, '2'])
})

test('an empty page is no end of it, and an empty token is', async () => {
  const answers = { first: { items: [], next: '2' }, 2: { items: ['a'], next: '3' } }
  const { pages, end } = await walkPages(list({ ...answers, 3: { items: [], next: '' } }).ask)
  expect(pages.flatMap(({ items }) => items)).toEqual(['a'])
  expect([pages.length, end.kind]).toEqual([3, 'complete'])
})

test('a token that comes again is the end of it', async () => {
  const { ask } = list({ first: { items: ['a'], next: '2' }, 2: { items: ['b'], next: '2' } })
  const { pages, end } = await walkPages(ask)
  expect(pages).toHaveLength(2)
  expect(end).toMatchObject({ kind: 'endless', problem: expect.stringContaining('twice') })
})

test('so are more pages than the limit, and more entries than anybody wants', async () => {
  const answers = { first: { items: ['a'], next: '2' }, 2: { items: ['b'], next: '3' } }
  expect((await walkPages(list(answers).ask, { pages: 2 })).end.kind).toBe('endless')
  expect((await walkPages(list(answers).ask, { entries: 1 })).end.kind).toBe('long')
})

test('what was read before a page that does not come is kept', async () => {
  const { ask } = list({ first: { items: ['a'], next: '2' } })
  const { pages, end } = await walkPages(ask)
  expect(pages).toHaveLength(1)
  expect(end).toMatchObject({ kind: 'broken', outcome: { kind: 'refused', exchange: 2 } })
})
