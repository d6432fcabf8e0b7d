import type { CTRFReport, Test, TestStatus } from 'ctrf'

import { reasonText, totalsOf, type Verdict } from '../../suites/verdict/verdict.ts'
import { isFinding } from '../causes/causes.ts'
import type { CheckResult, ExchangeResult, Results } from '../results/results.ts'
import { printable } from '../text/printable.ts'
import { callsTook } from './calls-took.ts'
import { saidOf } from './said-of.ts'
import { whoSaysSo } from './terminal/who-says-so.ts'

/** The version of the Common Test Report Format that is written. */
const specVersion = '0.0.0'

/** The results in the Common Test Report Format (ctrf.io), a test for each check. */
export function ctrfReport({ suite, run, targets, checks, exchanges }: Results): string {
  const known = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  const { pass, absent, fail, error, untestable, inconclusive, warn } = totalsOf(checks)
  const [start, stop] = [run.startedAt, run.finishedAt].map((time) => Date.parse(time))
  const report: CTRFReport = {
    reportFormat: 'CTRF',
    specVersion,
    runId: run.id,
    timestamp: run.finishedAt,
    generatedBy: `${suite.name} ${suite.version}`,
    results: {
      tool: { name: suite.name, version: suite.version },
      summary: {
        tests: checks.length,
        passed: pass + absent,
        failed: fail + error,
        skipped: untestable + inconclusive,
        pending: 0,
        other: warn,
        start: start ?? 0,
        stop: stop ?? 0,
        extra: {
          verdicts: Object.fromEntries(targets.map(({ name, verdict }) => [name, verdict])),
        },
      },
      tests: checks.map((check) => testOf(check, known)),
    },
  }
  return `${JSON.stringify(report)}\n`
}

const statuses: Readonly<Record<Verdict, TestStatus>> = {
  pass: 'passed',
  absent: 'passed',
  warn: 'other',
  fail: 'failed',
  error: 'failed',
  untestable: 'skipped',
  inconclusive: 'skipped',
}

const testOf = (check: CheckResult, exchanges: ReadonlyMap<number, ExchangeResult>): Test => {
  const { id, target, vendor, operation, axis, level, verdict, source } = check
  return {
    testId: `${target} ${id}`,
    name: id,
    status: statuses[verdict],
    rawStatus: verdict,
    // what the format wants, and nobody measured of a check that shows no call
    duration: callsTook([check], exchanges) ?? 0,
    suite: [target, operation ?? check.feature ?? axis],
    filePath: source,
    tags: [axis, level],
    labels: { vendor, ...(operation !== undefined && { operation }) },
    ...toldOf(check),
  }
}

/** Why a check did not pass; of what it found, all there is to say. */
const toldOf = (check: CheckResult): Pick<Test, 'message' | 'trace'> => {
  const reason = reasonText(check)
  return {
    ...(check.verdict !== 'pass' && reason !== undefined && { message: printable(reason) }),
    ...(isFinding(check) && { trace: traceOf(check) }),
  }
}

const traceOf = (check: CheckResult): string =>
  [
    check.title,
    ...saidOf(check).map(([name, text]) => `${name}: ${text}`),
    `who says so: ${whoSaysSo(check)}`,
  ].join('\n')
