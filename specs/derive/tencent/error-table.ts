import { cite, type LineCitation } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'

/** A code of the document and the line that lists it. */
export interface ErrorCode {
  readonly code: string
  readonly citation: LineCitation
}

/** The two tables of the page: what every service may answer, and what this one does. */
export interface ErrorTables {
  readonly common: readonly ErrorCode[]
  readonly service: readonly ErrorCode[]
}

const columns = 'Error Code Description'

/**
 * Reads the error codes of a Tencent Cloud error page. Throws with file and line when the page is
 * another one, when a row is no code with a description, or when it breaks off.
 */
export function readErrorTables(document: SourceDocument): ErrorTables {
  const list = lineOf(document, 'Error Code List', 1)
  const common = readTable(document, lineOf(document, 'Common Error Codes', list))
  const service = readTable(document, lineOf(document, 'Service Error Codes', common.end))
  return { common: common.rows, service: service.rows }
}

/** The first line with exactly that text, from `from` on; headings also stand in the page's menu. */
const lineOf = (document: SourceDocument, text: string, from: number): number => {
  const found = document.lines.indexOf(text, from - 1)
  if (found === -1) throw documentError(document, document.lines.length + 1, `“${text}”`)
  return found + 1
}

interface Table {
  readonly rows: readonly ErrorCode[]
  /** the line behind the last row */
  readonly end: number
}

/** A table: heading, blank line, columns, rows in alphabetical order, blank line. */
const readTable = (document: SourceDocument, heading: number): Table => {
  if (lineAt(document, heading + 1) !== '') {
    throw documentError(document, heading + 1, 'a blank line below the heading')
  }
  if (lineAt(document, heading + 2) !== columns) {
    throw documentError(document, heading + 2, `“${columns}”`)
  }
  const rows: ErrorCode[] = []
  let line = heading + 3
  for (; lineAt(document, line) !== ''; line += 1) rows.push(readRow(document, line, rows.at(-1)))
  if (rows.length === 0) throw documentError(document, line, 'a row of the table')
  if (line > document.lines.length) throw documentError(document, line, 'a blank line')
  return { rows, end: line }
}

const readRow = (
  document: SourceDocument,
  line: number,
  before: ErrorCode | undefined,
): ErrorCode => {
  const [, code] = /^([A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z]+)?) \S/u.exec(lineAt(document, line)) ?? []
  if (code === undefined) throw documentError(document, line, 'a code and its description')
  if (before !== undefined && before.code >= code) {
    throw documentError(document, line, `a code behind ${before.code} in the alphabet`)
  }
  return { code, citation: cite(document.lines, { from: line, to: line }) }
}
