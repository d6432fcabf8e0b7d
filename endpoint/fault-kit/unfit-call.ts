import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { resolved } from '../../specs/contract/resolve-reference.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'

/** Calls in the vendor's own words that its contract does not allow, found in the contract. */

/** An operation in the vendor's own words. */
export interface RawCall {
  readonly operation: string
  readonly input: Json
}

/** A call without anything, of an operation that requires something. */
export function incompleteCall(vendor: Vendor): RawCall {
  return firstCall(vendor, ({ required }) => (listOf(required).length > 0 ? {} : undefined))
}

/** A call with a value that is not among those that the contract lists. */
export function unlistedValueCall(vendor: Vendor): RawCall {
  const { openapi } = vendor.contract
  return firstCall(vendor, ({ properties, required }) => {
    const members = Object.entries(isObject(properties) ? properties : {})
    for (const [name, schema] of members) {
      const value = unlisted(openapi, schema)
      const alone = listOf(required).every((other) => other === name)
      if (value !== undefined && alone) return { [name]: value }
    }
    return undefined
  })
}

/** The first operation without parameters in its path for whose schema there is an input. */
const firstCall = (
  { contract, id }: Vendor,
  inputFor: (schema: Readonly<Partial<JsonObject>>) => Json | undefined,
): RawCall => {
  for (const { name, path, input: schema } of contract.operations.values()) {
    const input = path.includes('{') ? undefined : inputFor(schema)
    if (input !== undefined) return { operation: name, input }
  }
  throw new Error(`${id} has no such operation`)
}

/** A value for a schema with a list of values, or with entries of which each has one. */
const unlisted = (openapi: JsonObject, schema: Json): Json | undefined => {
  if (!isObject(schema)) return undefined
  const { type, items = null, ...rest } = resolved(openapi, schema)
  if (rest['enum'] !== undefined) return type === 'integer' ? 99 : 'NONE'
  const item = type === 'array' ? unlisted(openapi, items) : undefined
  return item === undefined ? undefined : [item]
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
