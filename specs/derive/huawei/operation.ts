import { documentError, type SourceDocument } from '../source-document.ts'
import type { StatedCaller } from '../stated-caller.ts'
import { readCaller } from './caller.ts'
import { readFields, type Field } from './field.ts'
import { operationId } from './operation-id.ts'
import type { Section } from './sections.ts'
import { cellsOf, readTables, type Table } from './table.ts'
import { textLines } from './text.ts'
import { readUri, type Uri } from './uri.ts'

/** A table and its rows, read. */
export interface ReadTable {
  readonly table: Table
  readonly fields: readonly Field[]
}

/** One API as its section states it; structures are still named as printed. */
export interface Operation {
  readonly name: string
  readonly section: Section
  readonly uri: Uri
  readonly caller: StatedCaller
  /** The statuses that it is said to answer with; the first is the one of success. */
  readonly statuses: readonly number[]
  readonly request: readonly ReadTable[]
  readonly answer: readonly ReadTable[]
}

/** Reads a section. Throws with the line where it is not as regular as the others. */
export function readOperation(document: SourceDocument, section: Section): Operation {
  const name = operationId(section.title)
  if (name === undefined) {
    throw documentError(document, section.span.from, 'a title that begins with a known verb')
  }
  const uri = readUri(document, section.uri)
  const statuses = readStatuses(document, section)
  const request = [
    ...readTables(document, { from: uri.until + 1, to: section.uri.to }),
    ...readTables(document, section.request),
  ].map((table) => readTable(document, table))
  const answer = readTables(document, section.response).map((table) => readTable(document, table))
  expectSides(document, request, answer)
  expectPath(document, uri, request)
  expectStatus(document, statuses, answer)
  const caller = readCaller(document, section.purpose)
  return { name, section, uri, caller, statuses, request, answer }
}

const readTable = (document: SourceDocument, table: Table): ReadTable => ({
  table,
  fields: readFields(document, table),
})

const readStatuses = (document: SourceDocument, { statuses }: Section): readonly number[] => {
  const lines = textLines(document, statuses)
  const [header, ...rows] = lines
  if (header === undefined || cellsOf(header.text).join() !== 'Status Code,Description') {
    throw documentError(
      document,
      header?.line ?? statuses.from,
      'the header of a table of statuses',
    )
  }
  const codes = rows.map(({ line, text }) => {
    const status = /^(\d{3})\t/u.exec(text)?.[1]
    if (status === undefined) throw documentError(document, line, 'a status and its meaning')
    return Number(status)
  })
  const successes = codes.filter((status) => status >= 200 && status < 300)
  if (successes.length !== 1 || successes[0] !== codes[0]) {
    throw documentError(document, statuses.from, 'one status of success, the first')
  }
  return codes
}

/** Only what is sent can be mandatory. */
const expectSides = (
  document: SourceDocument,
  request: readonly ReadTable[],
  answer: readonly ReadTable[],
): void => {
  const misplaced =
    request.find(({ table }) => table.columns.length !== 4) ??
    answer.find(({ table }) => table.columns.length !== 3)
  if (misplaced !== undefined) {
    throw documentError(document, misplaced.table.span.from, 'a table with the columns of its side')
  }
}

const expectPath = (
  document: SourceDocument,
  { parameters, line }: Uri,
  request: readonly ReadTable[],
): void => {
  const table = request.find((each) => each.table.title === 'Path Parameters')
  const described = table?.fields.map(({ name }) => name) ?? []
  if (described.join() !== parameters.join()) {
    throw documentError(
      document,
      line,
      `a path with the parameters ${described.join(', ') || '(none)'}`,
    )
  }
}

const expectStatus = (
  document: SourceDocument,
  statuses: readonly number[],
  answer: readonly ReadTable[],
): void => {
  const other = answer.find(({ table }) => !statuses.includes(table.status ?? 0))
  if (other !== undefined) {
    throw documentError(document, other.table.span.from, 'a table below one of the statuses')
  }
}
