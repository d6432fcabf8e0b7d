import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { CheckReport } from '../../suites/runner/messages.ts'
import type { Verdict } from '../../suites/verdict/verdict.ts'
import { inventedReports } from '../results/invented-results.ts'
import { openAllureResults } from './allure.ts'

const sources = { claims: () => ['A1'], curl: () => 'curl -sS somewhere' }

interface Result {
  readonly name: string
  readonly status: string
  readonly testCaseId: string
  readonly description: string
  readonly labels: readonly { readonly name: string; readonly value: string }[]
  readonly attachments: readonly { readonly source: string }[]
}

function openFolder(): { folder: string; write: (report: CheckReport) => void } {
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-allure-'))
  return { folder, write: openAllureResults(folder, sources, () => 1000) }
}

function results(folder: string): readonly Result[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('-result.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Result)
}

function reportOf(verdict: Verdict): CheckReport {
  const found = inventedReports.find(({ judged }) => judged.verdict === verdict)
  if (found === undefined) throw new Error(`no check is invented that is ${verdict}`)
  return found
}

test('each result is there as soon as its check is done', () => {
  const { folder, write } = openFolder()
  expect(results(folder)).toHaveLength(0)
  write(reportOf('pass'))
  expect(results(folder)).toHaveLength(1)
  write(reportOf('fail'))
  expect(results(folder)).toHaveLength(2)
})

test.each([
  ['pass', { status: 'passed', stage: 'finished', statusDetails: {} }],
  ['warn', { status: 'passed', stage: 'finished' }],
  ['absent', { status: 'passed', stage: 'finished' }],
  ['fail', { status: 'failed', stage: 'finished', statusDetails: { message: expect.any(String) } }],
  ['error', { status: 'broken', stage: 'finished' }],
  ['untestable', { status: 'skipped', stage: 'pending', attachments: [] }],
  ['inconclusive', { status: 'skipped', stage: 'pending' }],
] as const)('what is %s has its state, and is done when it is written', (verdict, expected) => {
  const { folder, write } = openFolder()
  write(reportOf(verdict))
  expect(results(folder)).toEqual([
    expect.objectContaining({ ...expected, start: 1000, stop: 1000 }),
  ])
})

test('a failure says where it belongs, who says so, and shows its exchange', () => {
  const { folder, write } = openFolder()
  write(reportOf('fail'))
  const [result] = results(folder)
  expect(result).toMatchObject({ status: 'failed', testCaseId: 'invented/scenario/one/fails' })
  const labels = Object.fromEntries((result?.labels ?? []).map(({ name, value }) => [name, value]))
  expect(labels).toMatchObject({
    parentSuite: 'invented',
    epic: 'aws',
    story: 'CreatePolicy',
    severity: 'critical',
    tag: 'refusal',
  })
  expect(result?.description).toContain('manual.txt:10-12 (rule A1)')
  const attached = readFileSync(join(folder, result?.attachments[0]?.source ?? ''), 'utf8')
  expect(attached).toContain('curl -sS somewhere')
  expect(attached).toContain('{"__type":"Nope"}')
})
