import type { OpenApiDocument } from '../../contract/openapi-document.ts'
import { cite } from '../citation.ts'
import { documentError, lineAt, openDocument, type SourceDocument } from '../source-document.ts'
import type { ErrorCode } from './error-codes.ts'

/** The page that `deriveErrorPage` reads. */
export const errorPageFile = '000_01f0770f97b9cc23.txt'

const heading = ['Error Codes', 'Status Code |', 'Error Code |', 'Error Message |', 'Description |']
const ruler = '---|---|---|---|---|'
const end = 'Feedback'
const linesPerRow = 5

/**
 * Derives from the page of error codes an OpenAPI 3.1 document that has no paths and lists the codes under
 * `x-error-codes`, as the one of the API reference does. Throws with file and line when the text is not that
 * page, or not whole.
 */
export function deriveErrorPage(text: string): OpenApiDocument {
  const document = openDocument(text, errorPageFile)
  const codes = readErrorPage(document)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Organizations error codes',
      version: 'undated',
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
      'x-document': { file: document.file, sha256: document.sha256, lines: document.lines.length },
    },
    // No server is named; this is what OpenAPI reads then.
    servers: [{ url: '/' }],
    paths: {},
    components: { schemas: {}, securitySchemes: {} },
    'x-error-codes': Object.fromEntries(
      codes.map(({ code, status, citation }) => [code, { status, ...citation }]),
    ),
  }
}

/** One cell a line, five lines a row, from the ruler below the heading to the footer. */
const readErrorPage = (document: SourceDocument): readonly ErrorCode[] => {
  const texts = heading.map((text) => document.lines.indexOf(text) + 1)
  const lost = texts.indexOf(0)
  if (lost >= 0) throw documentError(document, lost + 1, `the line “${heading[lost] ?? ''}”`)
  const first = document.lines.indexOf(ruler) + 2
  if (first < linesPerRow) throw documentError(document, 1, 'a ruler below the heading of a table')
  const codes = new Map<string, ErrorCode>()
  let line = first
  for (; lineAt(document, line) !== end; line += linesPerRow) {
    const row = readRow(document, line)
    if (codes.has(row.code)) throw documentError(document, line, `${row.code} once`)
    codes.set(row.code, row)
  }
  if (codes.size === 0) throw documentError(document, line, 'a row of the table')
  return [...codes.values()]
}

const readRow = (document: SourceDocument, from: number): ErrorCode => {
  const to = from + linesPerRow - 1
  for (let line = from; line <= to; line += 1) {
    if (!lineAt(document, line).endsWith(' |')) throw documentError(document, line, 'a cell')
  }
  const status = /^(\d{3}) \|$/u.exec(lineAt(document, from))?.[1]
  if (status === undefined) throw documentError(document, from, 'a status')
  const code = /^(Organizations\.\d{4}) \|$/u.exec(lineAt(document, from + 1))?.[1]
  if (code === undefined) throw documentError(document, from + 1, 'a code')
  return { code, status: Number(status), citation: cite(document.lines, { from, to }) }
}
