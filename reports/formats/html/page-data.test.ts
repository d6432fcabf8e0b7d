import { expect, test } from 'vitest'

import { exchanged, inventedResults, judged } from '../../results/invented-results.ts'
import type { CheckResult, Results } from '../../results/results.ts'
import { evidenceOf } from '../terminal/who-says-so.ts'
import { curlOf } from './curl-template.ts'
import { embeddedJson } from './embedded-json.ts'
import { pageDataOf } from './page-data-of.ts'
import type { PageData } from './page-data.ts'
import { reportOf, type Report } from './page/report.ts'
import { hostileResults } from './testing/hostile.ts'
import { manyChecks } from './testing/many-checks.ts'

const shown = (results: Results): Report =>
  reportOf(JSON.parse(embeddedJson(pageDataOf(results))) as PageData)

/** What a check may have, and what the page has as an empty text where it has not. */
const optional = [
  'operation',
  'feature',
  'reason',
  'expected',
  'received',
  'code',
  'follows',
  'reading',
] as const

/** What the page has to say of a check as the results have it. */
const told = (check: CheckResult) => ({
  id: check.id,
  title: check.title,
  verdict: check.verdict,
  axis: check.axis,
  level: check.level,
  case: check.case,
  source: check.source,
  ...Object.fromEntries(optional.map((name) => [name, check[name] ?? ''])),
})

/** A call that says a great deal. */
const large = (id: number) => ({
  ...exchanged(id),
  request: { ...exchanged(id).request, body: `${id}`.repeat(50_000) },
})

test.each([
  ['invented', inventedResults()],
  ['hostile', hostileResults()],
  ['many', manyChecks(500)],
])('the page says of each check what the results say: %s', (_, results) => {
  const report = shown(results)
  expect(report.checks).toHaveLength(results.checks.length)
  for (const [place, check] of results.checks.entries()) {
    const one = report.checks[place]
    if (one === undefined) throw new Error('it is there')
    expect(one).toMatchObject(told(check))
    const { text, page = '' } = evidenceOf(check)
    expect(report.saysSo(one)).toEqual({ text, page })
    expect(report.find(check.id, check.target)).toBe(one)
  }
})

test('a check with a reading, with a code, or that follows another keeps all of it', () => {
  const reports = [
    judged('a/b/1', { reading: 'service' }),
    judged('a/b/2', { verdict: 'untestable', code: 'FOLLOWS', follows: 'a/b/1' }),
    judged('elsewhere/2', { case: 'a/b', verdict: 'warn' }),
  ].map((check) => ({ judged: check, exchanges: [] }))
  const results = inventedResults({ reports })
  const { checks } = shown(results)
  expect(checks.map((check) => check)).toMatchObject(results.checks.map(told))
})

test('causes come as they are ordered, with their findings and what waits', () => {
  const [target] = shown(inventedResults()).targets
  const ids = target?.causes.map(({ findings }) =>
    findings.map((place) => inventedResults().checks[place]?.id),
  )
  expect(ids).toEqual([
    ['scenario/two/ours'],
    ['scenario/one/fails', 'scenario/one/fails/too'],
    ['scenario/one/warns'],
  ])
})

test('a finding has its calls in their order, and the line that repeats each', () => {
  const report = shown(inventedResults())
  const { texts, calls } = report
  const own = report.find('scenario/one/fails/too')?.calls
  if (!Array.isArray(own)) throw new Error('there are some')
  expect(own).toHaveLength(2)
  const { checks, exchanges } = inventedResults()
  const ids = checks.find(({ id }) => id === 'scenario/one/fails/too')?.exchanges ?? []
  const curls = (own as number[]).map((at) => {
    const [, account, , , body, curl] = calls[at] ?? []
    const [line = '', by = '', said = ''] = [curl, account, body].map((place = 0) => texts[place])
    return curlOf(line, { account: by, body: said })
  })
  expect(curls).toEqual(ids.map((id) => exchanges.find((one) => one.id === id)?.curl))
})

test('a text is written once', () => {
  const { texts } = pageDataOf(manyChecks(500))
  expect(new Set(texts).size).toBe(texts.length)
})

test('where there is no room for the calls of all, those that lead a cause have theirs', () => {
  const reports = Array.from({ length: 30 }, (_, at) => {
    const received = 'CreatePolicy succeeds'
    const check = judged(`a/b/${at}`, { verdict: 'fail', received, exchanges: [at + 100] })
    return { judged: check, exchanges: check.exchanges.map(large) }
  })
  const calls = shown(inventedResults({ reports })).checks.map((check) => check.calls)
  expect(calls[0]).toEqual([0])
  expect(calls.at(-1)).toBe(1)
})

test('what was left open, left behind, and read stands in it', () => {
  const { open, left, readings } = pageDataOf(inventedResults())
  expect(open.join('\n')).toContain('1 check untestable NO_PRINCIPAL')
  expect(left).toHaveLength(1)
  expect(readings).toEqual([])
})
