import type { Contract, Operation } from '../../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { resolved } from '../../specs/contract/resolve-reference.ts'
import type { Setting } from '../../specs/vendor/request-template.ts'
import { pointerTo, type Place } from './json-path.ts'

/** A place in the input of an operation, with what the contract says of it. */
export interface Site {
  readonly place: Place
  readonly pointer: string
  /** resolved: what a reference leads to, joined with what stands beside it */
  readonly schema: JsonObject
  /** the contract wants it wherever its parent is */
  readonly required: boolean
  /** whether requiring it rests on soft evidence alone */
  readonly softlyRequired: boolean
  /** it comes with its parent: required, an entry of a list, or the first member where none is required */
  readonly kept: boolean
  readonly parent?: Site
  /** the reference it was resolved from */
  readonly from?: string
  /** carries the token of a page: its values are the endpoint's to make */
  readonly token: boolean
}

/**
 * Every place in the input of an operation, parents first. Structures that hold themselves end there. A setting
 * may need members that the contract calls optional, or exclude some.
 */
export function sitesOf(
  contract: Contract,
  operation: Operation,
  { needed = [], excluded = [] }: Pick<Setting, 'needed' | 'excluded'> = {},
): readonly Site[] {
  const walk: Walk = { contract, token: operation.pagination?.token, needed }
  const sites = membersOf(walk, { schema: operation.input, place: [] })
  return sites.filter(({ place }) => !excluded.includes(place[0] ?? ''))
}

interface Walk {
  readonly contract: Contract
  readonly token: string | undefined
  readonly needed: readonly string[]
}

interface Holder {
  readonly schema: JsonObject
  readonly place: Place
  readonly site?: Site
}

const membersOf = (walk: Walk, holder: Holder): readonly Site[] => {
  const { properties } = holder.schema
  if (!isObject(properties)) return []
  const required = strings(holder.schema['required'])
  const names = Object.keys(properties)
  const nested = holder.site !== undefined
  return names.flatMap((name, index) => {
    const first = nested && required.length === 0 && index === 0
    const stated = required.includes(name)
    return siteAndBelow(walk, holder, {
      step: name,
      schema: properties[name],
      required: stated,
      softlyRequired: strings(holder.schema['x-soft-required']).includes(name),
      kept: stated || first || (!nested && walk.needed.includes(name)),
    })
  })
}

interface Found {
  readonly step: string
  readonly schema: Json | undefined
  readonly required: boolean
  readonly softlyRequired: boolean
  readonly kept: boolean
}

const siteAndBelow = (walk: Walk, holder: Holder, found: Found): readonly Site[] => {
  if (!isObject(found.schema) || recurs(holder.site, found.schema)) return []
  const place = [...holder.place, found.step]
  const schema = resolved(walk.contract.openapi, found.schema)
  const from = found.schema['$ref']
  const site: Site = {
    place,
    pointer: pointerTo(place),
    schema,
    ...(typeof from === 'string' && { from }),
    required: found.required,
    softlyRequired: found.softlyRequired,
    kept: found.kept,
    token: holder.site === undefined && found.step === walk.token,
    ...(holder.site !== undefined && { parent: holder.site }),
  }
  const below: Holder = { schema, place, site }
  return [site, ...membersOf(walk, below), ...entriesOf(walk, below)]
}

const entriesOf = (walk: Walk, holder: Holder): readonly Site[] => {
  const { items } = holder.schema
  if (items === undefined) return []
  const entry = { step: '0', schema: items, required: false, softlyRequired: false, kept: true }
  return siteAndBelow(walk, holder, entry)
}

const recurs = (site: Site | undefined, schema: JsonObject): boolean => {
  if (site === undefined || schema['$ref'] === undefined) return false
  return site.from === schema['$ref'] || recurs(site.parent, schema)
}

const strings = (json: Json | undefined): readonly string[] =>
  Array.isArray(json) ? (json as readonly string[]) : []
