import { markdownTable } from '../text/markdown-table.ts'
import type { Matrix } from './matrix.ts'
import { chunks } from './tables.ts'

/** Columns of single words, so that more fit beside each other. */
const columnsShown = 6

/**
 * The checks of scenarios and laws that fail or deviate somewhere, with their verdict at every endpoint. Checks that
 * could only not be asked are in the counts of their scenario and in matrix.json.
 */
export function checksTable({ rows, endpoints }: Matrix): readonly string[] {
  const checks = rows.flatMap((row) => Object.entries(row.checks ?? {}))
  return chunks(endpoints, columnsShown).flatMap((columns) => {
    const found = checks.filter(([, verdicts]) =>
      columns.some(({ name }) => telling.has(verdicts[name] ?? 'pass')),
    )
    if (found.length === 0) return []
    return markdownTable(
      ['check', ...columns.map(({ name }) => name)],
      found.map(([id, verdicts]) => [
        `\`${id}\``,
        ...columns.map(({ name }) => {
          const verdict = verdicts[name] ?? '–'
          return verdict === 'fail' ? '**fail**' : verdict
        }),
      ]),
    )
  })
}

const telling: ReadonlySet<string> = new Set(['fail', 'warn', 'error'])
