import type { Json, JsonObject } from '../../contract/json.ts'
import type { SdkMember, SdkModel, SdkType } from './sdk-models.ts'

/** Makes the citation of a symbol of the SDK. */
export type CiteSymbol = (symbol: string) => JsonObject

/** The member of every response that belongs to the frame, not to the output. */
const requestId = 'RequestId'

/**
 * The JSON Schema of a type of the SDK. Its Go twin declares every number uint64; that a negative
 * one is refused rests on this declaration alone, so it is soft. The declarations mark required
 * members of requests only.
 */
export function sdkSchema({ name, members }: SdkModel, cite: CiteSymbol): JsonObject {
  const required = members.filter((member) => member.required).map((member) => member.name)
  return {
    type: 'object',
    properties: Object.fromEntries(
      members.map((member) => [member.name, memberSchema(name, member, cite)]),
    ),
    ...(required.length > 0 && { required }),
    'x-citation': cite(name),
  }
}

const memberSchema = (owner: string, member: SdkMember, cite: CiteSymbol): JsonObject => {
  const citation = cite(`${owner}.${member.name}`)
  if (member.name === requestId) {
    return { type: 'string', 'x-protocol': 'Tencent API 3.0, Response.RequestId' }
  }
  return { ...schemaOf(member.type, member.values, citation), 'x-citation': citation }
}

const schemaOf = (
  { of, list }: SdkType,
  values: readonly number[],
  citation: JsonObject,
): JsonObject => {
  if (list) return { type: 'array', items: schemaOf({ of, list: false }, values, citation) }
  if (typeof of === 'object') return { $ref: `#/components/schemas/${of.name}` }
  if (of === 'string') return { type: 'string' }
  const listed: Json = values.toSorted((one, other) => one - other)
  return {
    type: 'integer',
    ...(values.length > 0
      ? { enum: listed, 'x-constraints': { enum: citation } }
      : { minimum: 0, 'x-soft': ['minimum'] }),
    'x-type': 'uint64',
  }
}
