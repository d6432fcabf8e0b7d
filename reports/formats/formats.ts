import type { Results } from '../results/results.ts'
import { reportHtml } from './html/report-html.ts'
import { junitXml } from './junit.ts'

/** The reports that are made of whole results when a run has ended: the file, and what it says. */
export const formats: Readonly<Record<string, (results: Results) => string>> = {
  'junit.xml': junitXml,
  'report.html': reportHtml,
}
