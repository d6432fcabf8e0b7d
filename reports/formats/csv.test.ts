import { expect, test } from 'vitest'

import { inventedResults, judged } from '../results/invented-results.ts'
import { csvTable } from './csv.ts'

/** The cells of a table as RFC 4180 has them. */
function rowsIn(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
  }
  return rows.filter(({ length }) => length > 1)
}

const received = (text: string): string | undefined => {
  const check = judged('scenario/one/fails', { verdict: 'fail', received: text })
  const results = inventedResults({ reports: [{ judged: check, exchanges: [] }] })
  const [head = [], row = []] = rowsIn(csvTable(results))
  return row[head.indexOf('received')]
}

test('a row for each check, under a row of names, all of the same length', () => {
  const rows = rowsIn(csvTable(inventedResults()))
  expect(rows).toHaveLength(9)
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1)
  expect(rows[1]?.slice(0, 4)).toEqual([
    'invented',
    'aws',
    'scenario/one/fails',
    'Title of scenario/one/fails',
  ])
})

test.each(['a, b', 'say "no"', '"', ',', 'plain'])('%s comes through as it is', (text) => {
  expect(received(text)).toBe(text)
})

test('what breaks lines does not break rows', () => {
  expect(received('one\r\ntwo')).toBe(String.raw`one\u000d\u000atwo`)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1', '=HYPERLINK("http://x","y")'])(
  'a spreadsheet does not take %s for a formula',
  (text) => {
    expect(received(text)).toBe(`'${text}`)
  },
)
