import { cite, type LineCitation } from '../citation.ts'
import { documentError, type SourceDocument } from '../source-document.ts'
import type { Manual } from './manual.ts'
import { cellsOf } from './table.ts'
import { headingAfter, textLines } from './text.ts'

/** A code that the service answers with. */
export interface ErrorCode {
  readonly code: string
  readonly status: number
  readonly citation: LineCitation
}

/** The next heading below the table. */
const next = /^6\.3 /u

/**
 * Reads the table of error codes of section 6.2, in its order. Throws with the line of a row that is none, and
 * of a code that the table has already.
 */
export function readErrorCodes(document: SourceDocument, manual: Manual): readonly ErrorCode[] {
  const from = headingAfter(document, 0, '6.2 Error Codes')
  const codes: ErrorCode[] = []
  for (const { line, text } of textLines(document, { from: from + 1, to: document.lines.length })) {
    if (next.test(text)) {
      if (codes.length === 0) throw documentError(document, line, 'a table of error codes')
      return codes
    }
    const cells = cellsOf(text)
    if (isNoRow(cells)) continue
    const code = errorCode(document, manual, { line, cells })
    if (codes.some((other) => other.code === code.code)) {
      throw documentError(document, line, `${code.code} once`)
    }
    codes.push(code)
  }
  throw documentError(document, document.lines.length + 1, 'the section below the error codes')
}

const columns = 5

const isNoRow = (cells: readonly string[]): boolean =>
  cells.length === 1 || (cells.length === columns && cells[0] === 'Status Code')

const errorCode = (
  document: SourceDocument,
  { errorCode: form }: Manual,
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
): ErrorCode => {
  const [status = '', printed = ''] = cells
  const code = printed.replaceAll(' ', '')
  if (cells.length !== columns || !/^\d{3}$/u.test(status) || !form.test(code)) {
    throw documentError(document, line, 'a row of status, code, message, description and solution')
  }
  const citation = cite(document.lines, { from: line, to: line })
  return { code, status: Number(status), citation }
}
