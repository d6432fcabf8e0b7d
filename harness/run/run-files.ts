import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { junitXml } from '../../reports/formats/junit.ts'
import {
  checkLine,
  footerLine,
  headerLine,
  type EventsHeader,
} from '../../reports/results/events.ts'
import { resultsText } from '../../reports/results/results-file.ts'
import type { Results } from '../../reports/results/results.ts'
import type { CheckReport } from '../../suites/runner/messages.ts'
import { totalsOf } from '../../suites/verdict/verdict.ts'

/** Where a run writes what it finds, while it finds it. */
export interface RunFiles {
  readonly allure: string
  reported(report: CheckReport): void
  /** the footer of the events, results.json and the JUnit file */
  close(results: Results, end: 'finished' | 'stopped' | 'broken'): void
}

/**
 * Opens the folder of a run's reports; what an earlier run left there of the same kind is gone. Throws the system's
 * error when the folder can not be written.
 */
export function openRunFiles(out: string, header: EventsHeader): RunFiles {
  const allure = join(out, 'allure-results')
  mkdirSync(out, { recursive: true })
  for (const name of ['allure-results', 'results.json', 'junit.xml']) {
    rmSync(join(out, name), { recursive: true, force: true })
  }
  const events = join(out, 'events.ndjson')
  writeFileSync(events, headerLine(header))
  return {
    allure,
    reported: (report) => appendFileSync(events, checkLine(report)),
    close: (results, end) => {
      const { finishedAt, planned } = results.run
      const totals = totalsOf(results.checks)
      appendFileSync(events, footerLine({ finishedAt, planned, end, totals }))
      writeFileSync(join(out, 'results.json'), resultsText(results))
      writeFileSync(join(out, 'junit.xml'), junitXml(results))
    },
  }
}
