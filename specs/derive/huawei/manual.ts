import type { JsonObject } from '../../contract/json.ts'

/** What tells one manual of this publisher from another; all else is read from its text by the same rules. */
export interface Manual {
  readonly file: string
  /** The label between the function of an API and its URI. */
  readonly debugging: string
  /** The form of the codes in its table of errors, with all blanks taken out. */
  readonly errorCode: RegExp
  /** The heading of the table of permitted actions; none in a manual without one. */
  readonly actions: string | undefined
  /** The heading of the table that closes the manual: without it the text is not whole. */
  readonly history: string
  /** Headers that authenticate: every API names them, none takes them as input. */
  readonly credentials: readonly string[]
  /** OpenAPI security schemes; a request satisfies all of one alternative. */
  readonly securitySchemes: JsonObject
  readonly security: readonly JsonObject[]
}
