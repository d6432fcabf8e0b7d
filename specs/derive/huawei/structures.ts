import { documentError, type SourceDocument } from '../source-document.ts'
import { structureNamed, type CellType } from './cell-type.ts'
import type { Field } from './field.ts'
import type { ReadTable } from './operation.ts'

/** A structure of the manual, and on which side of the exchange it stands. */
export interface Structure {
  readonly name: string
  readonly side: Side
  readonly table: ReadTable
  /** Its fields, with the structures that they name under their final names. */
  readonly fields: readonly Field[]
}

export type Side = 'request' | 'answer'

/** The tables of one side of one API: what is sent or answered, and the structures in it. */
export interface Tables {
  readonly side: Side
  readonly messages: readonly ReadTable[]
  readonly structures: readonly ReadTable[]
}

/** A side of an API with every type bound to the table that describes it. */
export interface Bound {
  readonly messages: readonly ReadTable[]
  readonly structures: readonly Structure[]
  /** How many types name a table that is titled otherwise. */
  readonly retitled: number
}

/**
 * Binds each structure that a type names to its table: the one of that title or, where none has it, one that no
 * other type names and that is called alike. Throws with the line of a type without a table, and of a table without use.
 * `known` are the titles of the whole manual: of two names for one thing, the one that is a title is kept.
 */
export function bindStructures(
  document: SourceDocument,
  { side, messages, structures }: Tables,
  known: ReadonlySet<string>,
): Bound {
  const uses = [...messages, ...structures].flatMap(({ fields }) => fields)
  const pairs = pairTables(document, uses, structures)
  const names = new Map(
    [...pairs].map(([name, { table }]) => [name, known.has(name) ? name : table.title] as const),
  )
  const titles = new Map(
    [...pairs].map(([name, { table }]) => [table.title, names.get(name) ?? name] as const),
  )
  const rename = (fields: readonly Field[]): readonly Field[] =>
    fields.map((field) => ({ ...field, type: renamed(field.type, names) }))
  return {
    messages: messages.map(({ table, fields }) => ({ table, fields: rename(fields) })),
    structures: structures.map((table) => ({
      name: titles.get(table.table.title) ?? table.table.title,
      side,
      table,
      fields: rename(table.fields),
    })),
    retitled: pairs.size,
  }
}

/** The table of each name that is no title: one that is nobody's by title, and is called alike. */
const pairTables = (
  document: SourceDocument,
  uses: readonly Field[],
  structures: readonly ReadTable[],
): ReadonlyMap<string, ReadTable> => {
  const titled = new Set(structures.map(({ table }) => table.title))
  const named = new Set(uses.flatMap(({ type }) => structureNamed(type) ?? []))
  const spare = new Set(structures.filter(({ table }) => !named.has(table.title)))
  const pairs = new Map<string, ReadTable>()
  for (const { type, line } of uses) {
    const name = structureNamed(type)
    if (name === undefined || titled.has(name) || pairs.has(name)) continue
    const table = [...spare].find((each) => akin(each.table.title, name))
    if (table === undefined) throw documentError(document, line, `a table that is ${name}`)
    spare.delete(table)
    pairs.set(name, table)
  }
  const [unused] = spare
  if (unused !== undefined) {
    throw documentError(document, unused.table.span.from, `a type that is ${unused.table.title}`)
  }
  return pairs
}

const akin = (title: string, name: string): boolean =>
  title.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()

const renamed = (type: CellType, names: ReadonlyMap<string, string>): CellType => {
  if (type.kind === 'list') return { kind: 'list', of: renamed(type.of, names) }
  if (type.kind !== 'structure') return type
  return { kind: 'structure', name: names.get(type.name) ?? type.name }
}
