import { expect, test } from 'vitest'

import type { Page, Paging } from '../../specs/vocabulary/verbs.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given, type Outcome } from '../verdict/outcome.ts'
import { checkPages, idOf } from './paging-law.ts'
import type { ScenarioContext } from './scenario.ts'

type Entry = { readonly id: string }

/** A list of so many entries that is read in pages, and the sizes that were asked for. */
const listOf = (count: number) => {
  const sizes = new Set<number | undefined>()
  let exchange = 0
  const list = async ({ size, token }: Paging): Promise<Outcome<Page<Entry>>> => {
    sizes.add(size)
    const start = Number(token ?? 0)
    const end = start + (size ?? 200)
    const items = Array.from({ length: Math.min(end, count) - start }, (_, at) => ({
      id: `entry-${start + at}`,
    }))
    const value = { items, ...(end < count && { next: String(end) }) }
    return { kind: 'done', operation: 'List', exchange: (exchange += 1), value }
  }
  return { list, sizes }
}

/** Whether the law holds for a list of so many entries, and the sizes that were asked for. */
const judged = async (count: number) => {
  const { list, sizes } = listOf(count)
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
  [3, 1],
  [100, 1],
  [600, 6],
  [4000, 10],
])('a list of %i entries is joined from pages of %i, and of twice that', async (count, size) => {
  expect(await judged(count)).toEqual({ held: [true], sizes: [undefined, size, 2 * size] })
})

test('a list that small pages do not come to the end of says nothing', async () => {
  await expect(judged(4001)).rejects.toThrow('the list has at most 4000 entries')
})
