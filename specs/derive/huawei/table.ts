import type { Span } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'
import { textLines } from './text.ts'

/** One row of a table: its cells in the order of the columns, without blanks at either end. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A numbered table of parameters. A page break repeats its header; that is the same table still. */
export interface Table {
  readonly number: number
  readonly title: string
  /** From its caption to its last row. */
  readonly span: Span
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** The status of the response that it describes; none in a request. */
  readonly status: number | undefined
  /** How often a page break repeats the header. */
  readonly continued: number
  /** The caption stands behind other text on its line. */
  readonly glued: boolean
}

interface OpenTable extends Omit<Table, 'span' | 'columns'> {
  readonly span: { readonly from: number; to: number }
  columns: readonly string[]
  readonly rows: TableRow[]
  continued: number
}

const headers: readonly (readonly string[])[] = [
  ['Parameter', 'Mandatory', 'Type', 'Description'],
  ['Parameter', 'Type', 'Description'],
]

const caption = /\*{0,2}Table 4-(\d+)\*{0,2} (.+)$/u
const statusLine = /^Status code: (\d{3})/u

/**
 * Reads the tables of parameters in a span that holds nothing else but status lines and the word `None`.
 * Throws with the line of a row with too few or too many cells, of a table without header or rows, and of
 * anything that is no part of a table.
 */
export function readTables(document: SourceDocument, span: Span): readonly Table[] {
  const tables: OpenTable[] = []
  let status: number | undefined
  for (const { line, text } of textLines(document, span)) {
    const told = statusLine.exec(text)?.[1]
    if (told !== undefined) status = Number(told)
    const captioned = caption.exec(text)
    if (captioned !== null) {
      expectRows(document, tables.at(-1), line)
      tables.push(openTable(captioned, line, status))
    } else if (told === undefined) {
      readTableLine(document, tables.at(-1), line)
    }
  }
  expectRows(document, tables.at(-1), span.to + 1)
  return tables
}

const openTable = (
  found: RegExpExecArray,
  line: number,
  status: number | undefined,
): OpenTable => ({
  number: Number(found[1]),
  title: found[2] ?? '',
  span: { from: line, to: line },
  columns: [],
  rows: [],
  status,
  continued: 0,
  glued: found.index > 0,
})

const readTableLine = (
  document: SourceDocument,
  table: OpenTable | undefined,
  line: number,
): void => {
  const cells = cellsOf(lineAt(document, line))
  if (table === undefined) {
    if (cells.join() !== 'None') throw documentError(document, line, 'the caption of a table')
    return
  }
  if (headers.some((header) => header.join() === cells.join())) readHeader(document, table, line)
  else if (table.columns.length === 0) throw documentError(document, line, 'the header of a table')
  else if (cells.length !== table.columns.length) {
    throw documentError(document, line, `a row of ${table.columns.length} cells`)
  } else {
    table.rows.push({ line, cells })
    table.span.to = line
  }
}

const readHeader = (document: SourceDocument, table: OpenTable, line: number): void => {
  const cells = cellsOf(lineAt(document, line))
  if (table.columns.length === 0) table.columns = cells
  else if (table.columns.join() === cells.join()) table.continued += 1
  else throw documentError(document, line, 'the header of the table that it continues')
}

const expectRows = (document: SourceDocument, table: OpenTable | undefined, line: number): void => {
  if (table !== undefined && table.rows.length === 0) {
    throw documentError(document, line, `the rows of table 4-${table.number}`)
  }
}

/** The cells of a line: tabs part them. */
export function cellsOf(text: string): readonly string[] {
  return text.split('\t').map((cell) => cell.trim())
}
