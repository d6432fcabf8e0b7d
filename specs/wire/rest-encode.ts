import type { Operation } from '../contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../contract/json.ts'
import { own } from '../contract/own.ts'
import { textOf } from './rest-text.ts'
import type { Message } from './wire.ts'

type Location = Operation['locations'][string]

/** Where a member of an operation's flat input travels; what the contract does not place is in the body. */
export function locationOf({ locations }: Operation, member: string): Location {
  return own(locations, member) ?? 'body'
}

/** Whether an operation takes a body at all. */
export function takesBody(operation: Operation): boolean {
  const { properties } = operation.input
  return Object.keys(isObject(properties) ? properties : {}).some(
    (member) => locationOf(operation, member) === 'body',
  )
}

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** Without a value there is no path at all: this names nothing anywhere. */
const placeholder = 'orgproof-nothing'

const pathOf = ({ path }: Operation, input: JsonObject): string =>
  path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const { [name]: value = placeholder } = input
    return escaped(textOf(value))
  })

const queryOf = (members: readonly (readonly [string, Json])[]): string => {
  const pairs = members.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (one: Json) => `${escaped(name)}=${escaped(textOf(one))}`,
    ),
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** A member nobody knows goes where the known ones go: a body, or the query where there is none. */
const placeOf = (operation: Operation, member: string): Location =>
  own(operation.locations, member) ?? (takesBody(operation) ? 'body' : 'query')

/**
 * The unsigned message of a call: the members of the flat input placed into path, query, headers and JSON
 * body. A query repeats the name for each entry of a list. An input that is no object is sent as the body.
 */
export function encodeRest(operation: Operation, input: Json): Message {
  const { method } = operation
  const type = { 'content-type': 'application/json' }
  if (!isObject(input)) {
    return { method, path: operation.path, headers: type, body: JSON.stringify(input) }
  }
  const at = (place: Location): readonly (readonly [string, Json])[] =>
    Object.entries(input).filter(([name]) => placeOf(operation, name) === place)
  const headers = at('header').map(([name, value]) => [name.toLowerCase(), textOf(value)] as const)
  return {
    method,
    path: pathOf(operation, input) + queryOf(at('query')),
    headers: { ...type, ...Object.fromEntries(headers) },
    body: takesBody(operation) ? JSON.stringify(Object.fromEntries(at('body'))) : '',
  }
}
