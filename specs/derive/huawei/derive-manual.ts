import type { Json, JsonObject } from '../../contract/json.ts'
import type { OpenApiDocument } from '../../contract/openapi-document.ts'
import type { SourceDocument } from '../source-document.ts'
import type { Manual } from './manual.ts'
import { describeActions, operationEntry, type EntryContext } from './path-item.ts'
import type { BoundOperation, ReadManual } from './read-manual.ts'
import { readManual } from './read-manual.ts'
import { componentNames, objectSchema, structureSchema } from './schemas.ts'

/**
 * Derives an OpenAPI 3.1 document from a manual: an operation per section, a schema per body and structure, and
 * the table of error codes once for all, because no section names its own. The same text yields the same
 * document. Throws with file and line where the text leaves the manual's grammar.
 */
export function deriveManual(document: SourceDocument, manual: Manual): OpenApiDocument {
  const read = readManual(document, manual)
  const context: EntryContext = {
    document,
    manual,
    actions: read.actions,
    component: componentNames(read.structures),
  }
  return {
    openapi: '3.1.0',
    info: describe(document, read),
    servers: read.front.endpoints.map(({ host, citation }) => ({
      url: `https://${host}`,
      'x-citation': citation,
    })),
    security: manual.security,
    paths: pathsOf(context, read.operations),
    components: {
      schemas: Object.fromEntries(schemasOf(context, read)),
      securitySchemes: manual.securitySchemes,
    },
    'x-error-codes': Object.fromEntries(
      read.codes.map(({ code, status, citation }) => [code, { status, ...citation }]),
    ),
    ...strayActions(read),
  }
}

const describe = (document: SourceDocument, { front, repairs }: ReadManual): JsonObject => ({
  title: front.title,
  version: front.date,
  // Of this description, not of the manual: it holds facts and no sentence of it.
  license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
  'x-document': { file: document.file, sha256: document.sha256, lines: document.lines.length },
  // What the reader had to mend.
  'x-repairs': repairs,
})

const pathsOf = (
  context: EntryContext,
  operations: readonly BoundOperation[],
): Readonly<Record<string, JsonObject>> => {
  const paths = new Map<string, Readonly<Record<string, Json>>>()
  for (const operation of operations) {
    const { path, method } = operation.uri
    const entry = operationEntry(context, operation)
    paths.set(path, { ...paths.get(path), [method.toLowerCase()]: entry })
  }
  return Object.fromEntries(paths)
}

const schemasOf = (
  context: EntryContext,
  { operations, structures, front }: ReadManual,
): readonly (readonly [string, JsonObject])[] => {
  const { members, citation } = front.envelope
  const properties = members.map((name) => [name, { type: 'string', 'x-citation': citation }])
  const error: JsonObject = {
    type: 'object',
    properties: Object.fromEntries(properties) as JsonObject,
    required: members,
    'x-citation': citation,
  }
  return [
    ...operations.flatMap((operation) => bodiesOf(context, operation)),
    ...structures.map((structure) => structureSchema(context, structure)),
    ['Error', error] as const,
  ].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

const bodiesOf = (
  context: EntryContext,
  { name, statuses, request, answer }: BoundOperation,
): readonly (readonly [string, JsonObject])[] => {
  const sent = request.find(({ table }) => table.title === 'Request body parameters')
  const answered = answer.find(({ table }) => table.status === statuses[0])
  return [
    ...(sent === undefined
      ? []
      : [[`${name}Request`, objectSchema(context, sent, 'request')] as const]),
    ...(answered === undefined
      ? []
      : [[`${name}Response`, objectSchema(context, answered, 'answer')] as const]),
  ]
}

/** Rows of the table of actions whose API no section describes. */
const strayActions = ({ actions, operations }: ReadManual): JsonObject => {
  const stray = actions.filter(
    ({ method, path }) => !operations.some(({ uri }) => uri.method === method && uri.path === path),
  )
  if (stray.length === 0) return {}
  const described = stray.map((row) => ({
    method: row.method,
    path: row.path,
    actions: describeActions(row),
  }))
  return { 'x-stray-actions': described }
}
