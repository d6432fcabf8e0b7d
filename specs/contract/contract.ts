import type { Citation } from './citation.ts'
import { isObject, type JsonObject } from './json.ts'

/** Who may call an operation, as the document says it. */
export type CallerClass =
  | 'management-or-delegate'
  | 'management'
  | 'any-member'
  | 'member'
  | 'recipient'
  | 'originator'
  | 'standalone'
  | 'any'
  | 'unstated'

/** How an operation that lists is paged: the names of the members that carry it. */
export interface Pagination {
  readonly token: string
  /** where the answer carries the next token: a member, or a path of members joined by dots; absent when entries are counted */
  readonly next?: string
  readonly size?: string
  readonly items: string
}

/** One operation of a contract; schemas are JSON Schema 2020-12 with `$ref` into `Contract.schemas`. */
export interface Operation {
  readonly name: string
  readonly method: string
  /** path template as sent (a synthetic fragment of the OpenAPI key is cut off) */
  readonly path: string
  /** the HTTP status of a success */
  readonly status: number
  readonly input: JsonObject
  readonly output: JsonObject
  /** every error code the document declares for this operation, or for all alike, in its order */
  readonly errors: readonly string[]
  readonly caller: CallerClass
  /** the lines that say who may call; absent where no document does */
  readonly callerCitation?: Citation
  /** where `caller` is our reading of a document that names nobody: the errata that say why (`Contract.errata`) */
  readonly callerErrata?: readonly string[]
  readonly pagination?: Pagination
  readonly citation: Citation
  readonly errorCitations: Readonly<Record<string, Citation>>
  /** where each input member travels; members that are not named are in the body */
  readonly locations: Readonly<Record<string, 'path' | 'query' | 'header' | 'body'>>
}

/** What a vendor's document promises, after errata. */
export interface Contract {
  readonly document: string
  readonly operations: ReadonlyMap<string, Operation>
  /** the OpenAPI document after its overlay; `$ref` resolves in it */
  readonly openapi: JsonObject
  /** who says so, for each erratum that a schema names in `x-overlay` */
  readonly errata?: Readonly<Record<string, readonly Citation[]>>
}

/** The HTTP status that the document's list of codes ties to a code; undefined where it has no such list. */
export function statusOf({ openapi }: Pick<Contract, 'openapi'>, code: string): number | undefined {
  const codes = openapi['x-error-codes']
  const row = isObject(codes) ? codes[code] : undefined
  return isObject(row) && typeof row['status'] === 'number' ? row['status'] : undefined
}

/** The operation of that name. Throws when the contract has none: our own mistake. */
export function operationOf(contract: Contract, name: string): Operation {
  const operation = contract.operations.get(name)
  if (operation === undefined)
    throw new Error(`contract ${contract.document} has no operation ${name}`)
  return operation
}
