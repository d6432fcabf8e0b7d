import { axes, verdicts } from '../../suites/verdict/verdict.ts'
import { markdownTable } from '../text/markdown-table.ts'
import { checksTable } from './checks-table.ts'
import { citationText, type CitationText } from './citation-text.ts'
import { countsText, verdictSigns } from './endpoint-text.ts'
import { rowKinds, type Matrix, type RowKind } from './matrix.ts'
import { chunks, documentsTable, endpointsTables } from './tables.ts'

const headings: Readonly<Record<RowKind, string>> = {
  feature: 'Features',
  limit: 'Limits',
  scenario: 'Scenarios',
  law: 'Laws',
  refusal: 'Refusals',
}

/** Endpoints beside each other in the table of axes. */
const columnsShown = 6

/** A matrix as plain Markdown: columns, then one section for each kind of row, then who else says so. */
export function matrixMarkdown(matrix: Matrix): string {
  const cited = citationText(matrix)
  const checks = checksTable(matrix)
  return [
    '# Parity of organizations APIs',
    '',
    ...introduction,
    '',
    ...vendorColumns(matrix),
    ...endpointColumns(matrix),
    ...rowKinds.flatMap((kind) => section(kind, matrix, cited)),
    ...(checks.length === 0 ? [] : ['## Checks that fail or deviate somewhere', '', ...checks]),
    ...(cited.sources.length === 0 ? [] : ['## Sources that are no lines of a document', '']),
    ...cited.sources.map((source, at) => `${at + 1}. ${source}`),
    ...(cited.sources.length === 0 ? [] : ['']),
  ].join('\n')
}

const introduction: readonly string[] = [
  'What the vendors’ documents say, and what endpoints were found to do. In each table rows that differ come first.',
  'Numbers in parentheses are lines of the column’s document, `[n]` is a source listed at the end, `+n` are further',
  'places. Documents differ when one offers what another does not, or states another number; how a code is spelt is no',
  'difference.',
  '',
  'A cell of an endpoint shows its worst verdict, then the counts of every axis on which not everything passes. Axes are',
  `never summed. The signs: ${verdicts.map((verdict) => `${verdictSigns[verdict]} ${verdict}`).join(', ')}.`,
  'Counts as `older` are of checks that the suite asked otherwise when the endpoint was measured.',
]

const vendorColumns = ({ vendors }: Matrix): readonly string[] => [
  '## Vendors',
  '',
  ...markdownTable(
    ['vendor', 'document', 'operations', 'of them in neutral words'],
    vendors.map(({ id, document, operations, neutral }) => [
      id,
      document,
      String(operations),
      String(neutral),
    ]),
  ),
]

const endpointColumns = ({ endpoints }: Matrix): readonly string[] => {
  if (endpoints.length === 0) return []
  const met = axes.filter((axis) => endpoints.some((endpoint) => endpoint.axes[axis] !== undefined))
  const columns = [
    ...met,
    ...(endpoints.some(({ axes: own }) => own.older) ? ['older' as const] : []),
  ]
  return [
    '## Endpoints',
    '',
    ...markdownTable(
      ['endpoint', 'vendor', 'verdict', 'asked', 'known from'],
      endpoints.map(({ name, vendor, verdict, whole, source, suite, url }) => [
        name,
        vendor,
        verdict,
        whole ? 'everything' : 'a part',
        `${source} of suite ${suite}${url === undefined ? '' : `, ${url}`}`,
      ]),
    ),
    ...chunks(endpoints, columnsShown).flatMap((shown) =>
      markdownTable(
        ['axis', ...shown.map(({ name }) => name)],
        columns.map((axis) => [axis, ...shown.map((one) => countsText(one.axes[axis] ?? {}))]),
      ),
    ),
  ]
}

const section = (kind: RowKind, matrix: Matrix, cited: CitationText): readonly string[] => {
  const rows = matrix.rows.filter((row) => row.kind === kind)
  if (rows.length === 0) return []
  const differing = rows.filter(({ differs }) => differs.vendors).length
  const done = endpointsTables(rows, matrix, cited)
  return [
    `## ${headings[kind]}`,
    '',
    '### What the documents say',
    '',
    ...(matrix.vendors.length > 1 ? [`${differing} of ${rows.length} rows differ.`, ''] : []),
    ...documentsTable(rows, matrix.vendors, cited),
    ...(done.length === 0 ? [] : ['### What the endpoints do', '', ...done]),
  ]
}
