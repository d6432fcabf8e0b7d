import type { JsonObject } from '../../contract/json.ts'
import { cite, type LineCitation } from '../citation.ts'
import { documentError, type SourceDocument } from '../source-document.ts'
import { readConstraints } from './constraints.ts'
import type { Enumeration } from './enumerations.ts'
import type { MemberEntry } from './members.ts'
import { agrees, type TopMember } from './operation.ts'
import type { ShapeEntry } from './shapes.ts'
import type { Structure, Structures } from './structures.ts'
import type { SyntaxMember, SyntaxShape } from './syntax.ts'

/** Everything that turning a syntax into a schema needs to look up. */
export interface SchemaContext {
  readonly document: SourceDocument
  readonly identifiers: ReadonlyMap<string, string>
  readonly structures: Structures
  readonly enumerations: readonly Enumeration[]
  readonly shapes: readonly ShapeEntry[]
}

/** The object schema of a request or a response; an empty one when it has no members. */
export function messageSchema(
  context: SchemaContext,
  members: readonly TopMember[],
  syntaxLine: number,
): JsonObject {
  const properties = members.map(({ syntax, entry }): readonly [string, JsonObject] => [
    syntax.name,
    { ...shapeSchema(context, syntax.shape, ''), ...proseKeywords(context, entry) },
  ])
  return objectSchema(properties, requiredOf(members.map(({ syntax }) => syntax)), {
    'x-citation': citeLine(context.document, syntaxLine),
  })
}

/** The object schema of a structure. Members are cited from its shape where the page has it, else from the syntax. */
export function structureSchema(context: SchemaContext, structure: Structure): JsonObject {
  const shape = context.shapes.find(({ name }) => name === structure.name)
  const syntaxCitation = citeLine(context.document, structure.syntaxLine)
  const properties = structure.members.map((member): readonly [string, JsonObject] => {
    const entry = shape?.members?.find(({ name }) => name === member.name)
    if (entry !== undefined && !agrees(entry.type, member.shape)) {
      throw documentError(
        context.document,
        entry.span.from,
        `${member.name} as the syntax types it`,
      )
    }
    const words =
      entry === undefined ? { 'x-citation': syntaxCitation } : proseKeywords(context, entry)
    return [member.name, { ...shapeSchema(context, member.shape, structure.name), ...words }]
  })
  return objectSchema(properties, requiredOf(structure.members), {
    'x-citation': shape === undefined ? syntaxCitation : cite(context.document.lines, shape.span),
  })
}

/** The schema of an enumeration: closed, as the page shows it. */
export function enumerationSchema(context: SchemaContext, enumeration: Enumeration): JsonObject {
  return {
    type: 'string',
    enum: enumeration.values,
    'x-citation': citeLine(context.document, enumeration.syntaxLine),
  }
}

const requiredOf = (members: readonly SyntaxMember[]): readonly string[] =>
  members.filter(({ required }) => required).map(({ name }) => name)

/** Never closed against further members: newer endpoints know more. */
const objectSchema = (
  properties: readonly (readonly [string, JsonObject])[],
  required: readonly string[],
  extensions: JsonObject,
): JsonObject => ({
  type: 'object',
  ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
  ...(required.length > 0 && { required }),
  ...extensions,
})

const citeLine = (document: SourceDocument, line: number): LineCitation =>
  cite(document.lines, { from: line, to: line })

const proseKeywords = (context: SchemaContext, entry: MemberEntry): JsonObject => {
  const { document, identifiers } = context
  const { keywords, citations, soft } = readConstraints(document, entry.prose, identifiers)
  return {
    ...keywords,
    'x-citation': cite(document.lines, entry.span),
    ...(Object.keys(citations).length > 0 && { 'x-constraints': citations }),
    ...(soft.length > 0 && { 'x-soft': soft }),
  }
}

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

type Scalar = 'string' | 'integer' | 'boolean' | 'timestamp'

const scalarSchemas: Readonly<Record<Scalar, JsonObject>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  // Seconds since the epoch with fraction on the wire (AWS JSON 1.1); the page only says "timestamp".
  timestamp: { type: 'number', 'x-type': 'timestamp' },
}

/** `owner` is the enclosing structure: what a recursion refers to. */
const shapeSchema = (context: SchemaContext, shape: SyntaxShape, owner: string): JsonObject => {
  if (shape.kind === 'list') {
    return { type: 'array', items: shapeSchema(context, shape.of, owner) }
  }
  if (shape.kind === 'structure') return reference(context.structures.nameOf(shape.members))
  if (shape.kind === 'recursion') return { type: 'array', items: reference(owner) }
  if (shape.kind === 'enum') return reference(enumerationName(context, shape.values))
  return scalarSchemas[shape.kind]
}

const enumerationName = ({ enumerations }: SchemaContext, values: readonly string[]): string => {
  const key = values.join('|')
  const known = enumerations.find((enumeration) => enumeration.values.join('|') === key)
  if (known === undefined) throw new Error(`no name for the enumeration ${key}`)
  return known.name
}
