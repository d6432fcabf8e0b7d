import { isDeepStrictEqual } from 'node:util'

import type { Json } from '../../specs/contract/json.ts'
import type { ReadPage } from '../actors/walk-pages.ts'
import { inOneOrder } from '../dsl/one-order.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { ReadList } from './read-pages.ts'

/** Judges whether no page of a list that was asked for one entry at a time is longer. */
export function judgeSize({ pages }: ReadList): Judgement {
  const long = pages.find(({ items }) => items.length > 1)
  const exchanges = [long?.exchange ?? pages[0]?.exchange ?? 0]
  if (long === undefined) return { verdict: 'pass', exchanges }
  const received = `a page of ${long.items.length} entries`
  return { verdict: 'fail', reason: received, expected: 'at most one entry', received, exchanges }
}

/** Judges whether the pages of a list join to what comes when no size is asked for; order is left to the endpoint. */
export function judgeJoin(whole: ReadList, byOne: ReadList): Judgement {
  const stuck = whole.stuck ?? byOne.stuck
  if (stuck !== undefined) {
    const { problem, exchange } = stuck
    return { verdict: 'fail', reason: problem, received: problem, exchanges: [exchange] }
  }
  const exchanges = byOne.pages.map(({ exchange }) => exchange)
  const expected = sorted(whole.pages)
  const received = sorted(byOne.pages)
  if (isDeepStrictEqual(expected, received)) return { verdict: 'pass', exchanges }
  return {
    verdict: 'fail',
    reason: differenceOf(expected.length, received.length),
    expected: told(without(expected, received)),
    received: told(without(received, expected)),
    exchanges,
  }
}

const differenceOf = (whole: number, byOne: number): string =>
  whole === byOne
    ? 'other entries by pages of one than at once'
    : `${byOne} entries by pages of one, ${whole} at once`

/** What is only in one of two lists: an entry that stands twice there and once in the other one is. */
const without = (entries: readonly string[], others: readonly string[]): readonly string[] => {
  const left = [...others]
  return entries.filter((entry) => {
    const at = left.indexOf(entry)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const told = (entries: readonly string[]): string =>
  entries.length === 0 ? 'nothing that the other does not hold' : entries.join(' ')

const sorted = (pages: readonly ReadPage<Json>[]): readonly string[] =>
  pages.flatMap(({ items }) => items.map(inOneOrder)).toSorted()
