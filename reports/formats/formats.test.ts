import { createRequire } from 'node:module'

import { Ajv } from 'ajv'
import { schema as ctrfSchema } from 'ctrf'
import type { Har } from 'har-format'
import type { Log } from 'sarif'
import { expect, test } from 'vitest'

import { inventedResults } from '../results/invented-results.ts'
import { resultsBadge } from './badge.ts'
import { ctrfReport } from './ctrf.ts'
import { harArchive } from './har.ts'
import { sarifLog } from './sarif.ts'

/** They have no types. */
const harSchemas = createRequire(import.meta.url)('har-schema') as Readonly<Record<string, object>>

const results = inventedResults()
const lax = { strict: false, validateFormats: false, validateSchema: false } as const

test('CTRF fits its schema, and counts every check', () => {
  const report = JSON.parse(ctrfReport(results)) as {
    readonly results: { readonly summary: object; readonly tests: readonly object[] }
  }
  const ajv = new Ajv(lax)
  expect(ajv.validate(ctrfSchema, report), JSON.stringify(ajv.errors)).toBe(true)
  expect(report.results.summary).toMatchObject({
    tests: 8,
    passed: 2,
    failed: 3,
    skipped: 2,
    pending: 0,
    other: 1,
    start: Date.parse(results.run.startedAt),
    stop: Date.parse(results.run.finishedAt),
  })
  expect(report.results.tests).toContainEqual(
    expect.objectContaining({
      name: 'scenario/one/fails',
      status: 'failed',
      rawStatus: 'fail',
      duration: 2,
      suite: ['invented', 'CreatePolicy'],
      message: 'Nope is not the code of this mistake',
    }),
  )
})

test('HAR fits its schema, and has each exchange once, with the checks that show it', () => {
  const har = JSON.parse(harArchive(results)) as Har
  const ajv = new Ajv(lax)
  for (const one of Object.values(harSchemas)) ajv.addSchema(one)
  const fits = ajv.getSchema('har.json#')
  expect(fits?.(har), JSON.stringify(fits?.errors)).toBe(true)
  expect(har.log.entries).toHaveLength(2)
  expect(har.log.entries[0]).toMatchObject({
    time: 2,
    request: {
      method: 'POST',
      url: 'http://127.0.0.1:4000/',
      postData: { text: `{"Name":"it's"}` },
    },
    response: { status: 400, content: { text: '{"__type":"Nope"}' } },
    comment: expect.stringContaining('scenario/one/fails, scenario/one/fails/too'),
  })
  expect(har.log.entries[0]?.request.headers).toContainEqual({
    name: 'authorization',
    value: '«redacted»',
  })
})

test('an exchange without an answer has the status 0, as in browsers', () => {
  const [first, ...others] = results.exchanges
  if (first === undefined) throw new Error('there are no exchanges')
  const { answer: _, ...unanswered } = first
  const lost = { ...results, exchanges: [{ ...unanswered, lost: 'reset' }, ...others] }
  const har = JSON.parse(harArchive(lost)) as Har
  expect(har.log.entries[0]).toMatchObject({
    response: { status: 0, bodySize: -1 },
    comment: expect.stringContaining('no answer: reset'),
  })
})

test('SARIF has what the standard requires, findings as results and errors of ours apart', () => {
  const log = JSON.parse(sarifLog(results)) as Log
  expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('2.1.0') })
  const [run] = log.runs
  // sections 3.18.2, 3.19.8, 3.20.14, 3.27.11, 3.49.3 name the members that have to be there
  expect(run?.tool.driver.name).toBe('orgproof')
  expect(run?.invocations?.[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [{ level: 'error' }],
  })
  const told = run?.results?.map(({ ruleId, ruleIndex, level, message }) => [
    ruleId,
    run.tool.driver.rules?.[ruleIndex ?? -1]?.id,
    level,
    typeof message.text,
  ])
  expect(told).toEqual([
    ['scenario/one/fails', 'scenario/one/fails', 'error', 'string'],
    ['scenario/one/fails/too', 'scenario/one/fails/too', 'error', 'string'],
    ['scenario/one/warns', 'scenario/one/warns', 'warning', 'string'],
  ])
})

test('the badge tells the worst verdict, of which API and on which day', () => {
  const badge = resultsBadge(results)
  expect(badge).toMatch(/^<svg [^>]*aria-label="orgproof: aws nonconformant on 2026-01-01">/u)
  expect(badge).toContain('fill="#b3261e"')
})
