import { problemsOf, type Problem } from '../../harness/problem.ts'
import { formatNames, type FormatName } from '../../reports/formats/formats.ts'
import type { Results } from '../../reports/results/results.ts'
import { readResults } from '../files/read-results.ts'
import { prepareFileBeside } from '../outputs/same-file.ts'
import { unknownValues } from './unknown-values.ts'

/** What a report is told: unread text. */
export interface ReportOptions {
  readonly format: string
  readonly out?: string
}

/** Whatever results may be shown as: a file of a run, or what it prints. */
export type ReportName = FormatName | 'terminal' | 'github'

/** The names of all of them. */
export const reportNames: readonly ReportName[] = ['terminal', ...formatNames, 'github']

/** Everything that `report` was told, read and found well. */
export interface ReportOrder {
  readonly results: Results
  readonly format: ReportName
  /** the file that it goes to; absent where it is printed */
  readonly out?: string
}

/** Reads all of what `report` was told, and lists all that is wrong at once; nothing is written. */
export async function readReportOrder(
  path: string,
  { format, out }: ReportOptions,
): Promise<ReportOrder | { readonly problems: readonly Problem[] }> {
  const read = await readResults(path)
  const name = reportNames.find((one) => one === format)
  const problems = [
    ...problemsOf(read),
    ...unknownValues('--format', [format], reportNames),
    ...(out === undefined ? [] : await prepareFileBeside(out, [path])),
  ]
  if (problems.length > 0 || !('content' in read) || name === undefined) return { problems }
  return { results: read.content, format: name, ...(out !== undefined && { out }) }
}
