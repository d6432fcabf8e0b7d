import type { JsonObject } from './json.ts'

/** What every derivation yields: an OpenAPI 3.1 document whose facts carry citations in `x-` members. */
export interface OpenApiDocument extends JsonObject {
  readonly openapi: string
  readonly info: JsonObject
  readonly paths: Readonly<Record<string, JsonObject>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonObject>>
    readonly securitySchemes: JsonObject
  }
}

/**
 * The annotation keywords that derived schemas carry beside JSON Schema's own. Whoever compiles them with
 * Ajv in strict mode declares these first (`ajv.addVocabulary`).
 *
 * - `x-citation`: where the document states the thing; `x-constraints`: where it states each keyword
 * - `x-soft`: keywords of the same schema that are evidence for `should`, not for `must`
 * - `x-soft-required`: required members whose absence is evidence for `should` only
 * - `x-type`: the vendor's type where JSON has none of its own (`timestamp`)
 * - `x-reason-citations`: where each reason code is listed
 * - `x-protocol`: a member that the wire protocol adds, not the document
 * - `x-overlay`: ids of the overlay entries that changed or added the schema
 * - `x-should`: keywords that are evidence for `should`, with their values (in what is published, for both of the above)
 * - `x-spellings`: documented code to the one that travels; `x-public-reasons`: codes known from elsewhere
 */
export const extensionKeywords: readonly string[] = [
  'x-citation',
  'x-constraints',
  'x-soft',
  'x-soft-required',
  'x-should',
  'x-type',
  'x-reason-citations',
  'x-protocol',
  'x-overlay',
  'x-spellings',
  'x-public-reasons',
]
