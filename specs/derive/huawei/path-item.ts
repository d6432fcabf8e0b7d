import type { Json, JsonObject } from '../../contract/json.ts'
import { cite } from '../citation.ts'
import type { PermittedApi } from './actions.ts'
import type { Manual } from './manual.ts'
import { summaryOf } from './operation-id.ts'
import type { Operation, ReadTable } from './operation.ts'
import { paginationOf } from './pagination.ts'
import { fieldSchema, type SchemaContext } from './schemas.ts'

/** What the entry of an operation is written with. */
export interface EntryContext extends SchemaContext {
  readonly manual: Manual
  readonly actions: readonly PermittedApi[]
}

const mediaType = 'application/json'

const places: Readonly<Record<string, string>> = {
  'Path Parameters': 'path',
  'Query Parameters': 'query',
  'Request header parameters': 'header',
}

/** The OpenAPI entry of an operation, below its path and method. */
export function operationEntry(context: EntryContext, operation: Operation): JsonObject {
  const { name, section, uri, caller, request } = operation
  const pagination = paginationOf(context.document, operation)
  const actions = context.actions.filter(
    ({ method, path }) => method === uri.method && path === uri.path,
  )
  return {
    operationId: name,
    summary: summaryOf(section.title),
    parameters: request.flatMap((table) => parametersOf(context, table)),
    ...requestBody(operation),
    responses: responsesOf(operation),
    'x-section': section.number,
    'x-citation': cite(context.document.lines, section.span),
    'x-uri-citation': uri.citation,
    'x-caller': caller.caller,
    ...(caller.citation !== undefined && { 'x-caller-citation': caller.citation }),
    ...(pagination !== undefined && { 'x-pagination': pagination }),
    ...(actions.length > 0 && { 'x-actions': actions.flatMap(describeActions) }),
  }
}

/** The actions of a row, each with the member that makes it necessary and the row's lines. */
export function describeActions({ actions, citation }: PermittedApi): readonly JsonObject[] {
  return actions.map(({ action, when }) => ({
    action,
    ...(when !== undefined && { when }),
    'x-citation': citation,
  }))
}

const parametersOf = (
  context: EntryContext,
  { table, fields }: ReadTable,
): readonly JsonObject[] => {
  const place = places[table.title]
  if (place === undefined) return []
  return fields.map((field) => ({
    name: field.name,
    in: place,
    required: field.mandatory === true,
    ...(context.manual.credentials.includes(field.name) && { 'x-protocol': true }),
    schema: fieldSchema(context, field, 'request'),
  }))
}

const requestBody = ({ name, request }: Operation): JsonObject => {
  const table = request.find((each) => each.table.title === 'Request body parameters')
  if (table === undefined) return {}
  const required = table.fields.some(({ mandatory }) => mandatory === true)
  return { requestBody: { required, content: content(`${name}Request`) } }
}

const content = (schema: string): JsonObject => ({
  [mediaType]: { schema: { $ref: `#/components/schemas/${schema}` } },
})

const responsesOf = ({ name, statuses, answer }: Operation): JsonObject => {
  const [success] = statuses
  const answered = answer.some(({ table }) => table.status === success)
  const refusals = [...statuses.slice(1).map(String), '4XX', '5XX']
  return {
    [String(success)]: {
      description: 'The operation was carried out.',
      ...(answered && { content: content(`${name}Response`) }),
    },
    ...Object.fromEntries(refusals.map((status): readonly [string, Json] => [status, refusal])),
  }
}

const refusal: JsonObject = {
  description: 'The operation was refused.',
  content: content('Error'),
}
