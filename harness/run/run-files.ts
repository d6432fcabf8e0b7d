import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { AllureSources } from '../../reports/formats/allure-result.ts'
import { openAllureResults } from '../../reports/formats/allure.ts'
import { formatFiles, type Format } from '../../reports/formats/formats.ts'
import {
  checkLine,
  exchangeLine,
  footerLine,
  headerLine,
  resumedLine,
  stoppingLine,
  watchedLine,
  type EventsHeader,
} from '../../reports/results/events.ts'
import { resultsText } from '../../reports/results/results-file.ts'
import type { Results } from '../../reports/results/results.ts'
import type { CheckReport, SuiteMessage } from '../../suites/runner/messages.ts'
import { totalsOf } from '../../suites/verdict/verdict.ts'
import { evidenceName } from '../evidence/write-evidence.ts'
import { planName } from '../plan/plan.ts'
import type { EarlierRun } from './earlier-run.ts'

/** Where a run writes what it finds, while it finds it. */
export interface RunFiles {
  reported(reports: readonly CheckReport[], besides: Besides): void
  /** what is reported from now on may have been cut short */
  stopping(): void
  /** the footer of the events, results.json and the reports made of it */
  close(results: Results, end: 'finished' | 'stopped' | 'broken'): void
}

/** What is reported beside checks: what passes rest on, and what checks that watch would come to so far. */
export type Besides = Pick<Extract<SuiteMessage, { readonly kind: 'judged' }>, 'cited' | 'watched'>

/** What the reports say besides what the checks do. */
export interface RunFilesParts {
  readonly header: EventsHeader
  /** the part of the run that was before this one; there was none when absent */
  readonly earlier?: Pick<EarlierRun, 'lines'>
  /** the text of the plan that the run is held to */
  readonly plan?: string
  /** where Allure's files are wanted: what they say besides */
  readonly allure?: AllureSources
  /** the reports that are made of whole results */
  readonly formats: readonly Format[]
  /** milliseconds since 1970 */
  readonly now: () => number
}

/** What a run makes there besides its events. */
const made: readonly string[] = [
  'allure-results',
  'results.json',
  planName,
  evidenceName,
  ...formatFiles,
]

/**
 * Opens the folder of a run's reports; what an earlier run left there of the same kind is gone. Throws the system's
 * error when the folder can not be written.
 */
export function openRunFiles(
  out: string,
  { header, earlier, plan, allure, formats, now }: RunFilesParts,
): RunFiles {
  mkdirSync(out, { recursive: true })
  for (const name of made) rmSync(join(out, name), { recursive: true, force: true })
  if (plan !== undefined) writeFileSync(join(out, planName), plan)
  const events = join(out, 'events.ndjson')
  const beginning = [
    headerLine(header),
    ...(earlier === undefined ? [] : [...earlier.lines.map((one) => `${one}\n`), resumedLine]),
  ]
  // of a run that goes on nothing is lost, whatever happens now
  writeFileSync(`${events}.new`, beginning.join(''))
  renameSync(`${events}.new`, events)
  const writeAllure =
    allure === undefined ? () => {} : openAllureResults(join(out, 'allure-results'), allure, now)
  return {
    reported: (reports, { cited = [], watched = [] }) => {
      const lines = [
        // what the checks of a case bring with them stands before them: a case whose checks are there is there whole
        ...cited.map(exchangeLine),
        ...watched.map(watchedLine),
        ...reports.map(checkLine),
      ]
      appendFileSync(events, lines.join(''))
      for (const report of reports) writeAllure(report)
    },
    stopping: () => appendFileSync(events, stoppingLine),
    close: (results, end) => {
      const { finishedAt, planned } = results.run
      const totals = totalsOf(results.checks)
      appendFileSync(events, footerLine({ finishedAt, planned, end, totals }))
      writeFileSync(join(out, 'results.json'), resultsText(results))
      for (const { file, text } of formats) writeFileSync(join(out, file), text(results))
    },
  }
}
