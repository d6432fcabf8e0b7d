import type { CallerClass, Contract, Operation, Pagination } from './contract.ts'
import { isObject, type JsonObject } from './json.ts'
import { operationInput } from './operation-input.ts'
import { readCitation } from './read-citation.ts'
import { resolved } from './resolve-reference.ts'

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head'] as const

/**
 * The contract that a derived OpenAPI 3.1 document states, ready to ask from. Apply the errata first
 * (`applyOverlay`). Throws when the document breaks the conventions of the derivation: our own mistake.
 */
export function contractOf(openapi: JsonObject): Contract {
  const document = objectAt(objectAt(openapi, 'info'), 'x-document')
  const file = textAt(document, 'file')
  const source = { openapi, document: file, codes: objectAt(openapi, 'x-error-codes', {}) }
  const operations = new Map<string, Operation>()
  for (const [key, item] of Object.entries(objectAt(openapi, 'paths'))) {
    if (!isObject(item)) throw new Error(`OpenAPI path ${key} is not an object`)
    for (const method of methods) {
      const entry = item[method]
      if (!isObject(entry)) continue
      const operation = operationFrom(source, { key, method, entry })
      if (operations.has(operation.name)) throw new Error(`OpenAPI names ${operation.name} twice`)
      operations.set(operation.name, operation)
    }
  }
  return { document: source.document, operations, openapi }
}

interface OperationSource {
  readonly openapi: JsonObject
  readonly document: string
  /** codes that the document lists once for all its operations */
  readonly codes: JsonObject
}

interface Entry {
  readonly key: string
  readonly method: string
  readonly entry: JsonObject
}

const operationFrom = (source: OperationSource, { key, method, entry }: Entry): Operation => {
  const name = textAt(entry, 'operationId')
  const pagination = entry['x-pagination']
  return {
    name,
    method: method.toUpperCase(),
    path: key.replace(/#.*$/u, ''),
    ...operationInput(source.openapi, entry),
    ...successOf(source.openapi, entry),
    ...errorsOf(source, entry),
    ...callerOf(source, entry),
    ...(isObject(pagination) && { pagination: paginationFrom(pagination) }),
    citation: readCitation(entry['x-citation'], source.document, name),
  }
}

type Caller = Pick<Operation, 'caller' | 'callerCitation' | 'callerErrata'>

/** Who may call, and who says so: the document, or an erratum where it names nobody. */
const callerOf = ({ document }: OperationSource, entry: JsonObject): Caller => {
  const caller = (entry['x-caller'] ?? 'unstated') as CallerClass
  if (caller === 'unstated') return { caller }
  const [at, errata] = [entry['x-caller-citation'], entry['x-overlay']]
  if (at === undefined) return { caller, callerErrata: (errata ?? []) as readonly string[] }
  const what = `the caller of ${textAt(entry, 'operationId')}`
  return { caller, callerCitation: readCitation(at, document, what) }
}

/** What an operation declares itself, or the codes of the whole document where it declares none of its own. */
const errorsOf = (
  source: OperationSource,
  entry: JsonObject,
): Pick<Operation, 'errors' | 'errorCitations'> => {
  const own = entry['x-errors'] as readonly string[] | undefined
  const stated = Object.entries(
    own === undefined ? source.codes : objectAt(entry, 'x-error-citations', {}),
  )
  const citations = stated.map(
    ([code, at]) => [code, readCitation(at, source.document, code)] as const,
  )
  return {
    errors: own ?? Object.keys(source.codes),
    errorCitations: Object.fromEntries(citations),
  }
}

const paginationFrom = (pagination: JsonObject): Pagination => {
  const { next, size } = pagination
  return {
    token: textAt(pagination, 'token'),
    ...(next !== undefined && { next: textAt(pagination, 'next') }),
    ...(size !== undefined && { size: textAt(pagination, 'size') }),
    items: textAt(pagination, 'items'),
  }
}

const successOf = (
  openapi: JsonObject,
  entry: JsonObject,
): Pick<Operation, 'status' | 'output'> => {
  const responses = objectAt(entry, 'responses')
  const success = Object.keys(responses).find((status) => status.startsWith('2'))
  if (success === undefined) throw new Error(`${textAt(entry, 'operationId')} has no 2xx response`)
  const response = resolved(openapi, objectAt(responses, success))
  const [media] = Object.values(objectAt(response, 'content', {}))
  const body = isObject(media) ? objectAt(media, 'schema') : { type: 'object' }
  // where outputs and errors share a frame, `x-output` says which part of it is the output
  return { status: Number(success), output: resolved(openapi, objectAt(body, 'x-output', body)) }
}

const objectAt = (object: JsonObject, name: string, fallback?: JsonObject): JsonObject => {
  const value = object[name] ?? fallback
  if (!isObject(value)) throw new Error(`OpenAPI lacks the object "${name}"`)
  return value
}

const textAt = (object: JsonObject, name: string): string => {
  const value = object[name]
  if (typeof value !== 'string') throw new Error(`OpenAPI lacks the text "${name}"`)
  return value
}
