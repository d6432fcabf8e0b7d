import { expect, test } from 'vitest'

import type { Json } from '../../specs/contract/json.ts'
import { judgeJoin } from './judge-pages.ts'
import type { ReadList } from './read-pages.ts'

const listOf = (...entries: readonly Json[]): ReadList => ({
  pages: [{ items: entries, exchange: 1 }],
  long: false,
})

const party = (id: string): Json => ({ Id: id, Type: 'ACCOUNT' })
const turned = (id: string): Json => ({ Type: 'ACCOUNT', Id: id })

test.each([
  { how: 'the same', whole: listOf('a', 'b'), byOne: listOf('a', 'b') },
  { how: 'in another order', whole: listOf('a', 'b'), byOne: listOf('b', 'a') },
  {
    how: 'lists and members within an entry in another order',
    whole: listOf({ Parties: [party('1'), party('2')] }),
    byOne: listOf({ Parties: [turned('2'), turned('1')] }),
  },
])('pages join to the whole: $how', ({ whole, byOne }) => {
  expect(judgeJoin(whole, byOne)).toEqual({ verdict: 'pass', exchanges: [1] })
})

test.each([
  {
    byOne: listOf('a'),
    reason: '1 entries by pages of one, 2 at once',
    expected: '"b"',
    received: 'nothing that the other does not hold',
  },
  {
    byOne: listOf('a', 'b', 'b'),
    reason: '3 entries by pages of one, 2 at once',
    expected: 'nothing that the other does not hold',
    received: '"b"',
  },
  {
    byOne: listOf('a', 'c'),
    reason: 'other entries by pages of one than at once',
    expected: '"b"',
    received: '"c"',
  },
])('pages do not join to the whole: $reason', ({ byOne, ...told }) => {
  expect(judgeJoin(listOf('a', 'b'), byOne)).toMatchObject({ verdict: 'fail', ...told })
})
