import type { Results } from '../results/results.ts'
import { resultsBadge } from './badge.ts'
import { csvTable } from './csv.ts'
import { ctrfReport } from './ctrf.ts'
import { harArchive } from './har.ts'
import { reportHtml } from './html/report-html.ts'
import { junitXml } from './junit.ts'
import { sarifLog } from './sarif.ts'
import { summaryMarkdown } from './summary/summary.ts'

/** A report that is made of whole results when a run has ended. */
export interface Format {
  /** the file that a run writes it to */
  readonly file: string
  /** what it is for, in a few words */
  readonly means: string
  /** every run writes it; any other one where it is asked for */
  readonly usual?: true
  readonly text: (results: Results) => string
}

/** The names of the formats that there are. */
export type FormatName = 'html' | 'md' | 'junit' | 'ctrf' | 'har' | 'sarif' | 'csv' | 'badge'

/** Every such report by its name. */
export const formats: Readonly<Record<FormatName, Format>> = {
  html: {
    file: 'report.html',
    means: 'one page that needs no network',
    usual: true,
    text: reportHtml,
  },
  md: {
    file: 'summary.md',
    means: 'the summary of a job, in Markdown',
    usual: true,
    text: summaryMarkdown,
  },
  junit: { file: 'junit.xml', means: 'JUnit XML', usual: true, text: junitXml },
  ctrf: { file: 'ctrf.json', means: 'the Common Test Report Format', text: ctrfReport },
  har: {
    file: 'har.json',
    means: 'the exchanges that show findings, as HTTP Archive',
    text: harArchive,
  },
  sarif: { file: 'sarif.json', means: 'the findings as SARIF 2.1.0', text: sarifLog },
  csv: { file: 'report.csv', means: 'a row for each check', text: csvTable },
  badge: { file: 'badge.svg', means: 'the verdict as a badge', text: resultsBadge },
}

/** The names of all formats. */
export const formatNames = Object.keys(formats) as readonly FormatName[]

/** The reports that a run writes: the usual ones, and those that are asked for. */
export function formatsOf(wanted: readonly FormatName[]): readonly Format[] {
  return formatNames
    .filter((name) => formats[name].usual === true || wanted.includes(name))
    .map((name) => formats[name])
}

/** Every file that a run may write for a report of whole results. */
export const formatFiles: readonly string[] = Object.values(formats).map(({ file }) => file)
