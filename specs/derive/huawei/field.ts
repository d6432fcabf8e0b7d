import { cite, type LineCitation } from '../citation.ts'
import { documentError, type SourceDocument } from '../source-document.ts'
import { readCellType, type CellType } from './cell-type.ts'
import type { TableRow, Table } from './table.ts'

/** One parameter: a row of a table, read. */
export interface Field {
  readonly name: string
  readonly type: CellType
  /** Whether it must be sent; none in the table of an answer, which has no such column. */
  readonly mandatory: boolean | undefined
  /** What the document says of it; it is read, and never kept. */
  readonly description: string
  readonly line: number
  readonly citation: LineCitation
}

/** Reads the rows of a table. Throws with the line of a row whose cells say nothing known. */
export function readFields(document: SourceDocument, table: Table): readonly Field[] {
  const fields = table.rows.map((row) =>
    table.columns.length === 4 ? requestField(document, row) : answerField(document, row),
  )
  const twice = fields.find(({ name }, at) => fields.findIndex((other) => other.name === name) < at)
  if (twice !== undefined)
    throw documentError(document, twice.line, `${twice.name} once in a table`)
  return fields
}

const requestField = (document: SourceDocument, { line, cells }: TableRow): Field => {
  const [name = '', mandatory = '', type = '', description = ''] = cells
  if (mandatory !== 'Yes' && mandatory !== 'No') {
    throw documentError(document, line, 'Yes or No in the second cell')
  }
  return field(document, { line, name, type, description, mandatory: mandatory === 'Yes' })
}

const answerField = (document: SourceDocument, { line, cells }: TableRow): Field => {
  const [name = '', type = '', description = ''] = cells
  return field(document, { line, name, type, description, mandatory: undefined })
}

const field = (
  document: SourceDocument,
  row: Omit<Field, 'type' | 'citation'> & { readonly type: string },
): Field => {
  const type = readCellType(row.type)
  if (type === undefined) throw documentError(document, row.line, 'a type')
  const name = row.name.replaceAll(' ', '')
  if (!/^[\w-]+$/u.test(name)) throw documentError(document, row.line, 'the name of a parameter')
  const citation = cite(document.lines, { from: row.line, to: row.line })
  return { ...row, name, type, citation }
}
