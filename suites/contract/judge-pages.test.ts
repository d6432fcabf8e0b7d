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

test.each<[string, ReadList, ReadList, string, string | undefined]>([
  ['the same', listOf('a', 'b'), listOf('a', 'b'), 'pass', undefined],
  ['in another order', listOf('a', 'b'), listOf('b', 'a'), 'pass', undefined],
  [
    'lists and members within an entry in another order',
    listOf({ Parties: [party('1'), party('2')] }),
    listOf({ Parties: [turned('2'), turned('1')] }),
    'pass',
    undefined,
  ],
  ['one less', listOf('a', 'b'), listOf('a'), 'fail', '1 entries by pages of one, 2 at once'],
  [
    'another one',
    listOf('a', 'b'),
    listOf('a', 'c'),
    'fail',
    'other entries by pages of one than at once',
  ],
  [
    'one twice',
    listOf('a', 'b'),
    listOf('a', 'b', 'b'),
    'fail',
    '3 entries by pages of one, 2 at once',
  ],
])('pages by one join to the whole: %s', (_, whole, byOne, verdict, reason) => {
  const judged = judgeJoin(whole, byOne)
  expect([judged.verdict, judged.reason]).toEqual([verdict, reason])
})
