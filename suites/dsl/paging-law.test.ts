import { expect, test } from 'vitest'

import type { Page, Paging } from '../../specs/vocabulary/verbs.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given, type Outcome } from '../verdict/outcome.ts'
import { checkPages, idOf } from './paging-law.ts'
import type { ScenarioContext } from './scenario.ts'

type Entry = { readonly id: string }

type Spoil = (entries: readonly Entry[], size: number | undefined) => readonly Entry[]

/** A list of so many entries that is read in pages, and the sizes that were asked for. */
const listOf = (count: number, spoil: Spoil) => {
  const sizes = new Set<number | undefined>()
  let exchange = 0
  const list = async ({ size, token }: Paging): Promise<Outcome<Page<Entry>>> => {
    sizes.add(size)
    const start = Number(token ?? 0)
    const end = start + (size ?? 200)
    const items = Array.from({ length: Math.min(end, count) - start }, (_, at) => ({
      id: `entry-${start + at}`,
    }))
    const value = { items: spoil(items, size), ...(end < count && { next: String(end) }) }
    return { kind: 'done', operation: 'List', exchange: (exchange += 1), value }
  }
  return { list, sizes }
}

/** Whether the law holds for a list of so many entries, and the sizes that were asked for. */
const judged = async (count: number, spoil: Spoil = (entries) => entries) => {
  const { list, sizes } = listOf(count, spoil)
  const held: boolean[] = []
  const check = Object.assign(
    (_: string, __: unknown, due: { holds: boolean }) => {
      held.push(due.holds)
    },
    {
      twin: (holds: boolean, says: string) => {
        if (!holds) throw new PrerequisiteMissing('SETUP_FAILED', says)
      },
    },
  )
  const context = { given, check } as unknown as ScenarioContext<'joins'>
  await checkPages(context, 'joins', { list, nameOf: idOf, least: 1 })
  return { held, sizes: [...sizes] }
}

test.each([
  [1, [1, 2, 20]],
  [3, [1, 2, 3, 4, 20]],
  [7, [1, 2, 6, 7, 8, 20]],
  [100, [1, 2, 20]],
  [600, [6, 12, 20]],
  [4000, [10, 20]],
])('a list of %i entries is joined from pages of %j', async (count, sizes) => {
  expect(await judged(count)).toEqual({ held: [true], sizes: [undefined, ...sizes] })
})

test.each([
  ['a gap', (entries: readonly Entry[]) => entries.slice(1)],
  ['a repeat', (entries: readonly Entry[]) => [...entries, ...entries.slice(0, 1)]],
])('%s in pages of one size alone is found', async (_, spoil) => {
  const held = await judged(3, (entries, size) => (size === 4 ? spoil(entries) : entries))
  expect(held.held).toEqual([false])
})

test('a list that small pages do not come to the end of says nothing', async () => {
  await expect(judged(4001)).rejects.toThrow('the list has at most 4000 entries')
})
