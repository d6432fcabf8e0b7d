import { documentError, type SourceDocument } from '../source-document.ts'
import { readActions, type PermittedApi } from './actions.ts'
import { readErrorCodes, type ErrorCode } from './error-codes.ts'
import { readFrontMatter, type FrontMatter } from './front-matter.ts'
import type { Manual } from './manual.ts'
import { mergeStructures } from './merge-structures.ts'
import { readOperation, type Operation, type ReadTable } from './operation.ts'
import { readSections } from './sections.ts'
import { bindStructures, type Bound, type Structure } from './structures.ts'

/** An operation whose types are bound: its tables are those of its messages, without the structures. */
export type BoundOperation = Operation

/** A manual, read. */
export interface ReadManual {
  readonly front: FrontMatter
  readonly operations: readonly BoundOperation[]
  readonly structures: readonly Structure[]
  readonly codes: readonly ErrorCode[]
  readonly actions: readonly PermittedApi[]
  readonly repairs: Readonly<Record<string, number>>
}

/** Tables that hold messages; all others are structures. */
const messageTitles: ReadonlySet<string> = new Set([
  'Path Parameters',
  'Query Parameters',
  'Request header parameters',
  'Request body parameters',
  'Response body parameters',
])

/** Reads a manual whole. Throws with the line where it is not as regular as its other parts. */
export function readManual(document: SourceDocument, manual: Manual): ReadManual {
  const front = readFrontMatter(document, manual)
  const operations = readSections(document, manual).map((each) => readOperation(document, each))
  const tables = operations.flatMap(({ request, answer }) => [...request, ...answer])
  expectCounted(document, tables)
  const known = new Set(tables.map(({ table }) => table.title))
  const bound = operations.map((operation) => bindOperation(document, operation, known))
  const structures = mergeStructures(
    document,
    bound.flatMap(({ sides }) => sides.flatMap((side) => side.structures)),
  )
  return {
    front,
    operations: bound.map(({ operation }) => operation),
    structures,
    codes: readErrorCodes(document, manual),
    actions: manual.actions === undefined ? [] : readActions(document, manual.actions),
    repairs: {
      tables: tables.length,
      rows: sum(tables.map(({ table }) => table.rows.length)),
      continuedTables: sum(tables.map(({ table }) => table.continued)),
      gluedCaptions: tables.filter(({ table }) => table.glued).length,
      mendedUris: operations.filter(({ uri }) => uri.mended).length,
      retitledTypes: sum(bound.flatMap(({ sides }) => sides.map(({ retitled }) => retitled))),
    },
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** The tables of the chapter are numbered without a gap: a lost one would be a lost fact. */
const expectCounted = (document: SourceDocument, tables: readonly ReadTable[]): void => {
  tables.forEach(({ table }, at) => {
    if (table.number !== at + 1) {
      throw documentError(document, table.span.from, `table 4-${at + 1}`)
    }
  })
}

const isMessage = ({ table }: ReadTable): boolean => messageTitles.has(table.title)

const bindOperation = (
  document: SourceDocument,
  operation: Operation,
  known: ReadonlySet<string>,
): { readonly operation: BoundOperation; readonly sides: readonly Bound[] } => {
  const bind = (side: 'request' | 'answer'): Bound => {
    const all = operation[side]
    const messages = all.filter(isMessage)
    const structures = all.filter((table) => !isMessage(table))
    return bindStructures(document, { side, messages, structures }, known)
  }
  const request = bind('request')
  const answer = bind('answer')
  return {
    operation: { ...operation, request: request.messages, answer: answer.messages },
    sides: [request, answer],
  }
}
