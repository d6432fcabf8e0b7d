import { markdownTable } from '../text/markdown-table.ts'
import type { CitationText } from './citation-text.ts'
import { severityOf } from './endpoint-cell.ts'
import { endpointText } from './endpoint-text.ts'
import type { Matrix, MatrixEndpoint, MatrixRow, MatrixVendor } from './matrix.ts'
import { vendorText } from './vendor-text.ts'

/** Endpoints beside each other in one table; further ones get a table of their own. */
const columnsShown = 4

/** What the documents say of some rows, a column for each vendor; rows where they differ come first. */
export function documentsTable(
  rows: readonly MatrixRow[],
  vendors: readonly MatrixVendor[],
  cited: CitationText,
): readonly string[] {
  const sorted = rows.toSorted(
    (one, other) => Number(other.differs.vendors) - Number(one.differs.vendors),
  )
  const cellOf = (row: MatrixRow, { id, document }: MatrixVendor): string => {
    const cell = row.vendors[id]
    if (cell === undefined) return nothing
    return joined(vendorText(row.kind, cell), cited.places(cell.citations, document))
  }
  return markdownTable(
    [headOf(rows), ...vendors.map(({ id }) => id)],
    sorted.map((row) => [nameOf(row), ...vendors.map((vendor) => cellOf(row, vendor))]),
  )
}

/** What endpoints did in some rows, a column for each; the worst rows come first. Rows that nobody was asked are out. */
export function endpointsTables(
  rows: readonly MatrixRow[],
  { vendors, endpoints }: Pick<Matrix, 'vendors' | 'endpoints'>,
  cited: CitationText,
): readonly string[] {
  const documents = new Map(vendors.map(({ id, document }) => [id, document]))
  const cellOf = (row: MatrixRow, { name, vendor }: MatrixEndpoint): string => {
    const cell = row.endpoints[name]
    if (cell === undefined) return nothing
    const document = documents.get(vendor) ?? ''
    return joined(endpointText(cell), cited.places(cell.citations, document))
  }
  return chunks(endpoints, columnsShown).flatMap((columns) => {
    const asked = rows.filter((row) =>
      columns.some(({ name }) => row.endpoints[name] !== undefined),
    )
    if (asked.length === 0) return []
    const sorted = asked.toSorted((one, other) => worstOf(other, columns) - worstOf(one, columns))
    return markdownTable(
      [headOf(rows), ...columns.map(({ name }) => name)],
      sorted.map((row) => [nameOf(row), ...columns.map((column) => cellOf(row, column))]),
    )
  })
}

/** A list in pieces of at most so many. */
export function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, at) => at * size)
  return starts.map((start) => items.slice(start, start + size))
}

const nothing = '–'

const joined = (text: string, places: string): string =>
  places === '' ? text : `${text} (${places})`

const headOf = ([row]: readonly MatrixRow[]): string => row?.kind ?? ''

const nameOf = ({ id, title }: MatrixRow): string =>
  title === undefined ? `\`${id}\`` : `${title} \`${id}\``

const worstOf = ({ endpoints }: MatrixRow, columns: readonly MatrixEndpoint[]): number =>
  Math.max(0, ...columns.map(({ name }) => severityOf(endpoints[name] ?? {})))
