import { expect, test } from 'vitest'

import type { Exchange } from '../client/transcript.ts'
import { openExcess } from './excess.ts'

const exchange = (id: number): Exchange => ({ id }) as Exchange

test('where nothing was too much there is nothing to tell', () => {
  expect(openExcess().judge()).toBeUndefined()
})

test('each kind is told once: what, where, and how often, with the exchange that showed it first', () => {
  const { heard, judge } = openExcess()
  const first = [
    heard('ListRoots', '5,003 headers: no more than 100 are read', exchange(1)),
    heard('ListPolicies', '5,004 headers: no more than 100 are read', exchange(2)),
    heard('ListRoots', '1,001 levels', exchange(3)),
    heard('ListRoots', '1,000 pages'),
  ]
  expect(first).toEqual([true, false, true, true])
  expect(judge()).toMatchObject({
    verdict: 'fail',
    received:
      '5,003 headers: no more than 100 are read (ListRoots and 1 more, 2 times); 1,001 levels (ListRoots, once); 1,000 pages (ListRoots, once)',
    exchanges: [1, 3],
  })
})

test('of very many kinds a few are told', () => {
  const { heard, judge } = openExcess()
  for (const kind of 'abcdefgh') heard('ListRoots', kind)
  expect(judge()?.received).toMatch(/e \(ListRoots, once\); and 3 more kinds$/u)
})
