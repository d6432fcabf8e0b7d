import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import type { TestCase } from 'vitest/node'

import { inventedReports } from '../results/invented-results.ts'
import { StreamingAllureReporter } from './allure.ts'

const sources = { claims: () => ['A1'], curl: () => 'curl -sS somewhere' }

/** As much of the runner's test case as the reporter looks at. */
const testCase = (index: number): TestCase => {
  const report = inventedReports[index]
  const state = { pass: 'pass', fail: 'fail' }[String(report?.judged.verdict)] ?? 'skip'
  return {
    task: {
      type: 'test',
      name: report?.judged.title,
      mode: 'run',
      meta: { report },
      file: { filepath: join(tmpdir(), 'some.test.ts') },
      result: {
        state,
        startTime: 1,
        duration: 1,
        errors: [{ name: 'AssertionError', message: report?.judged.reason }],
      },
    },
  } as unknown as TestCase
}

interface Result {
  readonly name: string
  readonly status: string
  readonly testCaseId: string
  readonly description: string
  readonly labels: readonly { readonly name: string; readonly value: string }[]
  readonly attachments: readonly { readonly source: string }[]
}

function results(folder: string): readonly Result[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('-result.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Result)
}

test('each result is there as soon as its check is done', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-allure-'))
  const reporter = new StreamingAllureReporter(folder, sources)
  reporter.onInit({ projects: [] } as unknown as Parameters<typeof reporter.onInit>[0])
  expect(results(folder)).toHaveLength(0)
  reporter.onTestCaseResult(testCase(0))
  expect(results(folder)).toHaveLength(1)
  reporter.onTestCaseResult(testCase(1))
  expect(results(folder)).toHaveLength(2)
})

test('a failure says where it belongs, who says so, and shows its exchange', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-allure-'))
  const reporter = new StreamingAllureReporter(folder, sources)
  reporter.onInit({ projects: [] } as unknown as Parameters<typeof reporter.onInit>[0])
  reporter.onTestCaseResult(testCase(1))
  const [result] = results(folder)
  expect(result).toMatchObject({ status: 'failed', testCaseId: 'invented/scenario/one/fails' })
  const labels = Object.fromEntries((result?.labels ?? []).map(({ name, value }) => [name, value]))
  expect(labels).toMatchObject({
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
