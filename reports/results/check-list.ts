import type { Check } from '../../suites/verdict/verdict.ts'

/** The ids of checks, sorted, one a line: committed, so that growth and loss show in review. */
export function checkList(checks: readonly Check[]): string {
  return checks
    .map(({ id }) => `${id}\n`)
    .toSorted()
    .join('')
}
