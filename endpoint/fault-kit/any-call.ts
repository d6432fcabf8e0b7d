import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { resolved } from '../../specs/contract/resolve-reference.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Said, Visit } from '../look.ts'

/** Calls that can be made to every vendor, whatever it offers. */

/** A call that is carried out in an empty world. */
export async function acceptedCall({ boss, speaks, vendor }: Visit): Promise<Said> {
  if (speaks('createOrganization')) return await boss.createOrganization({})
  const [endpoint] = vendor.profile.endpoints ?? []
  return await boss.revokeEndpoints({ endpoints: endpoint === undefined ? [] : [{ endpoint }] })
}

/** A call that is refused in an empty world, since what it speaks of is not there. */
export async function refusedCall({ boss, speaks, vendor }: Visit): Promise<Said> {
  if (speaks('getOrganization')) return await boss.getOrganization({})
  const endpoint = vendor.profile.unknown['endpoint'] ?? ''
  return await boss.revokeEndpoints({ endpoints: [{ endpoint }] })
}

/** A call with a text that is longer than the contract allows. */
export async function oversizedCall({ boss, speaks }: Visit): Promise<Said> {
  const long = 'n'.repeat(300)
  if (speaks('revokeEndpoints')) return await boss.revokeEndpoints({ region: long })
  // some vendors state no length but that of the keys in a search
  if (speaks('listTaggedResources')) {
    return await boss.listTaggedResources({ kind: 'unit', tags: [{ key: long, values: [] }] })
  }
  return await boss.createUnit({ parent: 'parent', name: long })
}

/** A call with a text that is not of the form the contract states. */
export async function misshapenCall({ boss, speaks }: Visit): Promise<Said> {
  if (speaks('revokeEndpoints')) return await boss.revokeEndpoints({ region: '?' })
  // of these, each vendor states a form for the id or for the name
  return await boss.updatePolicy({ policy: '?', name: ' ' })
}

/** A call that speaks of something which the boss's organization does not have. */
export async function strayCall(visit: Visit): Promise<Said> {
  const { boss, speaks, third } = visit
  if (!speaks('createOrganization')) return await refusedCall(visit)
  await boss.createOrganization({})
  return await boss.getAccount({ account: third.id })
}

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
