import { expect, test } from 'vitest'

import { exchanged, inventedResults, judged } from '../../results/invented-results.ts'
import { paintIn } from '../../text/paint.ts'
import { causeBlock } from './cause-block.ts'

const block = (ids: readonly number[], verbose = false): readonly string[] => {
  const check = judged('a/b', {
    verdict: 'fail',
    reason: 'this where that',
    expected: 'that',
    received: 'this',
    exchanges: ids,
  })
  const calls = ids.map((id) => ({
    ...exchanged(id),
    operation: `Call${id}`,
    account: id === 2 ? '999988887777' : '111122223333',
  }))
  const { checks, exchanges } = inventedResults({ reports: [{ judged: check, exchanges: calls }] })
  const [first] = checks
  if (first === undefined) throw new Error('there is one')
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  return causeBlock({ key: '', findings: [first], waiting: 0 }, byId, {
    paint: paintIn(false),
    verbose,
  })
}

const labelled = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.includes('Call')).map((line) => line.trim())

test('the calls before are told in their order, with who said them where that was somebody else', () => {
  expect(labelled(block([1, 2, 3]))).toEqual([
    `after     Call1 {"Name":"it's"}`,
    `Call2 {"Name":"it's"} (as 999988887777)`,
  ])
})

test('a short report shows the last of them, a verbose one all', () => {
  const ids = [1, 2, 3, 4, 5, 6, 7]
  expect(labelled(block(ids))).toHaveLength(4)
  expect(labelled(block(ids))[0]).toContain('Call3')
  expect(labelled(block(ids, true))).toHaveLength(6)
})

test('what is expected and received is not said twice', () => {
  expect(block([1]).some((line) => line.includes('why'))).toBe(false)
})
