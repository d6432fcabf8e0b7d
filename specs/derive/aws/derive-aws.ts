import type { JsonObject } from '../../contract/json.ts'
import type { OpenApiDocument } from '../../contract/openapi-document.ts'
import { openDocument, type SourceDocument } from '../source-document.ts'
import { mergeEnumerations } from './enumerations.ts'
import { mergeExceptions } from './exception-merge.ts'
import { commonError, commonErrorSchema, exceptionSchema } from './exception-schema.ts'
import { readIdentifiers } from './identifiers.ts'
import { awsNaming, type Naming } from './naming.ts'
import { readOperation, type Operation } from './operation.ts'
import { readOutline, type Outline } from './outline.ts'
import { pathItem } from './path-item.ts'
import { enumerationSchema, messageSchema, structureSchema, type SchemaContext } from './schemas.ts'
import { readShapes, type ShapeEntry } from './shapes.ts'
import { mergeStructures, type Structures } from './structures.ts'

/** The document that `deriveAws` reads. */
export const awsDocumentFile = '004_77d731a5759305cf.txt'

/**
 * Derives the OpenAPI 3.1 document of AWS Organizations 2016-11-28 from the text of its SDK reference page.
 * The same text yields the same document, byte for byte. Throws with file and line when the text is not that
 * page, or not whole.
 */
export function deriveAws(text: string): OpenApiDocument {
  return deriveReference(openDocument(text, awsDocumentFile), awsNaming)
}

/** Derives an OpenAPI 3.1 document from any SDK reference page of this grammar. */
export function deriveReference(document: SourceDocument, naming: Naming): OpenApiDocument {
  const page = readPage(document, naming)
  const { title, version, paginated } = page.outline
  const target = `${title.replaceAll(' ', '')}V${version.replaceAll('-', '')}`
  const context = { document, target, paginated }
  const schemas = componentSchemas(document, page).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    openapi: '3.1.0',
    info: describePage(document, page),
    servers: [{ url: naming.server }],
    security: [{ sigv4: [] }],
    paths: Object.fromEntries(page.operations.map((operation) => pathItem(context, operation))),
    components: { schemas: Object.fromEntries(schemas), securitySchemes: { sigv4 } },
  }
}

const sigv4: JsonObject = {
  type: 'apiKey',
  in: 'header',
  name: 'Authorization',
  description: 'AWS Signature Version 4',
}

interface ManualPage {
  readonly naming: Naming
  readonly outline: Outline
  readonly operations: readonly Operation[]
  readonly structures: Structures
  readonly shapes: readonly ShapeEntry[]
}

const readPage = (document: SourceDocument, naming: Naming): ManualPage => {
  const outline = readOutline(document)
  const operations = outline.operations.map((sections) => readOperation(document, sections))
  const structures = mergeStructures(operations, naming)
  const declared = operations.flatMap(({ exceptions }) => exceptions)
  const names = new Map<string, readonly string[] | undefined>([
    ...structures.list.map(
      ({ name, members }) => [name, members.map((each) => each.name)] as const,
    ),
    ...declared.map(({ name }) => [name, undefined] as const),
  ])
  const shapes = readShapes(document, outline.shapes, { names, cutAt: naming.cutAt })
  return { naming, outline, operations, structures, shapes }
}

const describePage = (
  document: SourceDocument,
  { outline, operations, shapes }: ManualPage,
): JsonObject => {
  const top = operations.flatMap(({ input, output }) => [...input, ...output])
  const entries = [
    ...top.map(({ entry }) => entry),
    ...shapes.flatMap(({ members }) => members ?? []),
  ]
  const named = (how: string): number => entries.filter((entry) => entry.named === how).length
  const exceptions = operations.flatMap((operation) => operation.exceptions)
  return {
    title: outline.title,
    version: outline.version,
    // Of this description, not of the page: it holds facts and no sentence of it.
    license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    'x-document': {
      file: document.file,
      sha256: document.sha256,
      lines: document.lines.length,
    },
    // What the reader had to mend: names behind other text, and names that the page lost.
    'x-repairs': {
      gluedExceptions: exceptions.filter(({ glued }) => glued).length,
      gluedMembers: named('glued'),
      namelessMembers: named('recovered'),
      shapes: shapes.length,
    },
  }
}

const componentSchemas = (
  document: SourceDocument,
  { naming, operations, structures, shapes }: ManualPage,
): readonly (readonly [string, JsonObject])[] => {
  const enumerations = mergeEnumerations(operations, structures.list, naming)
  const identifiers = readIdentifiers(document)
  const context: SchemaContext = { document, identifiers, structures, enumerations, shapes }
  const exceptions = mergeExceptions(document, operations, shapes)
  return [
    ...operations.flatMap((operation) => messageSchemas(context, operation)),
    ...structures.list.map((one) => [one.name, structureSchema(context, one)] as const),
    ...enumerations.map((one) => [one.name, enumerationSchema(context, one)] as const),
    ...exceptions.map(
      (exception) => [exception.name, exceptionSchema(document, exception)] as const,
    ),
    [commonError, commonErrorSchema(exceptions.map(({ name }) => name))],
  ]
}

const messageSchemas = (
  context: SchemaContext,
  { name, sections, input, output }: Operation,
): readonly (readonly [string, JsonObject])[] => [
  [`${name}Request`, messageSchema(context, input, sections.parameterSyntax)],
  [`${name}Response`, messageSchema(context, output, sections.resultSyntax)],
]
