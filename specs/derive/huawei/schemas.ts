import type { Json, JsonObject } from '../../contract/json.ts'
import { cite } from '../citation.ts'
import type { SourceDocument } from '../source-document.ts'
import type { CellType } from './cell-type.ts'
import { readConstraints } from './constraints.ts'
import type { Field } from './field.ts'
import type { ReadTable } from './operation.ts'
import type { Side, Structure } from './structures.ts'

/** What schemas are written with. */
export interface SchemaContext {
  readonly document: SourceDocument
  /** The component of a structure: what is sent and what is answered under one name are two. */
  readonly component: (name: string, side: Side) => string
}

/** The schema of one parameter, with the lines of the document that state it. */
export function fieldSchema(context: SchemaContext, field: Field, side: Side): JsonObject {
  const { own, each } = readConstraints(field.description)
  const cited = (keywords: JsonObject): JsonObject => citedKeywords(keywords, field)
  const { type } = field
  if (type.kind !== 'list') {
    const keywords = cited({ ...own, ...each })
    return { ...typeSchema(context, type, side), ...keywords, 'x-citation': field.citation }
  }
  const items = { ...typeSchema(context, type.of, side), ...cited(each) }
  return { type: 'array', items, ...cited(own), 'x-citation': field.citation }
}

/** Keywords, and for each the line that states it. */
const citedKeywords = (keywords: JsonObject, { citation }: Field): JsonObject => {
  const names = Object.keys(keywords)
  if (names.length === 0) return {}
  return { ...keywords, 'x-constraints': Object.fromEntries(names.map((name) => [name, citation])) }
}

const typeSchema = (context: SchemaContext, type: CellType, side: Side): JsonObject => {
  if (type.kind !== 'structure') return { type: type.kind }
  return { $ref: `#/components/schemas/${context.component(type.name, side)}` }
}

/** The schema of a body or structure. Answers require nothing: their tables do not say what is always there. */
export function objectSchema(
  context: SchemaContext,
  { table, fields }: ReadTable,
  side: Side,
): JsonObject {
  const required = fields.filter(({ mandatory }) => mandatory === true).map(({ name }) => name)
  const properties = fields.map((field): readonly [string, Json] => [
    field.name,
    fieldSchema(context, field, side),
  ])
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    'x-citation': cite(context.document.lines, table.span),
  }
}

/** The name and schema of a structure. */
export function structureSchema(
  context: SchemaContext,
  { name, side, table, fields }: Structure,
): readonly [string, JsonObject] {
  const schema = objectSchema(context, { table: table.table, fields }, side)
  return [context.component(name, side), schema]
}

/**
 * How structures are called in OpenAPI: as in the manual, save that a structure which is answered too is
 * `…Input` where it is sent, for only there the manual says what must be given.
 */
export function componentNames(
  structures: readonly Structure[],
): (name: string, side: Side) => string {
  const answered = new Set(
    structures.filter(({ side }) => side === 'answer').map(({ name }) => name),
  )
  return (name, side) => (side === 'request' && answered.has(name) ? `${name}Input` : name)
}
