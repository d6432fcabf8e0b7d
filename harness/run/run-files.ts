import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { AllureSources } from '../../reports/formats/allure-result.ts'
import { openAllureResults } from '../../reports/formats/allure.ts'
import { formats } from '../../reports/formats/formats.ts'
import {
  checkLine,
  exchangeLine,
  footerLine,
  headerLine,
  type EventsHeader,
} from '../../reports/results/events.ts'
import { resultsText } from '../../reports/results/results-file.ts'
import type { Results } from '../../reports/results/results.ts'
import type { CheckReport, CitedExchange } from '../../suites/runner/messages.ts'
import { totalsOf } from '../../suites/verdict/verdict.ts'
import { evidenceName } from '../evidence/write-evidence.ts'
import { planName } from '../plan/plan.ts'

/** Where a run writes what it finds, while it finds it. */
export interface RunFiles {
  reported(reports: readonly CheckReport[], cited: readonly CitedExchange[]): void
  /** the footer of the events, results.json and the reports made of it */
  close(results: Results, end: 'finished' | 'stopped' | 'broken'): void
}

/** What the reports say besides what the checks do. */
export interface RunFilesParts {
  readonly header: EventsHeader
  /** the text of the plan that the run is held to */
  readonly plan?: string
  /** where Allure's files are wanted: what they say besides */
  readonly allure?: AllureSources
  /** milliseconds since 1970 */
  readonly now: () => number
}

/**
 * Opens the folder of a run's reports; what an earlier run left there of the same kind is gone. Throws the system's
 * error when the folder can not be written.
 */
export function openRunFiles(out: string, parts: RunFilesParts): RunFiles {
  const { header, plan, allure, now } = parts
  mkdirSync(out, { recursive: true })
  const made = ['allure-results', 'results.json', planName, evidenceName, ...Object.keys(formats)]
  for (const name of made) {
    rmSync(join(out, name), { recursive: true, force: true })
  }
  if (plan !== undefined) writeFileSync(join(out, planName), plan)
  const events = join(out, 'events.ndjson')
  writeFileSync(events, headerLine(header))
  const writeAllure =
    allure === undefined ? () => {} : openAllureResults(join(out, 'allure-results'), allure, now)
  return {
    reported: (reports, cited) => {
      appendFileSync(events, [...cited.map(exchangeLine), ...reports.map(checkLine)].join(''))
      for (const report of reports) writeAllure(report)
    },
    close: (results, end) => {
      const { finishedAt, planned } = results.run
      const totals = totalsOf(results.checks)
      appendFileSync(events, footerLine({ finishedAt, planned, end, totals }))
      writeFileSync(join(out, 'results.json'), resultsText(results))
      for (const [name, textOf] of Object.entries(formats)) {
        writeFileSync(join(out, name), textOf(results))
      }
    },
  }
}
