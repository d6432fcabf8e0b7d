import type { Operation } from '../contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../contract/json.ts'
import { own } from '../contract/own.ts'
import { readMessageObject } from './json-body.ts'
import { queryPairs, splitQuery } from './query.ts'
import { locationOf, takesBody } from './rest-encode.ts'
import type { Route, RouteProblem } from './rest-routes.ts'
import { meaningOf } from './rest-text.ts'
import { wireProblem } from './wire-problem.ts'
import type { Heard, Message, WireProblem } from './wire.ts'

type Schemas = (operation: Operation, member: string) => JsonObject | undefined

/** What a listener needs: how paths are found, and the schema of a member with its references resolved. */
export interface RestListener {
  readonly find: (method: string, path: string) => Route | RouteProblem
  readonly schemaOf: Schemas
}

/** An escaped text of a query; as it is where its escapes are broken. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

const queryTexts = (query: string): ReadonlyMap<string, readonly string[]> => {
  const texts = new Map<string, readonly string[]>()
  for (const [name, value] of queryPairs(query)) {
    const key = decoded(name)
    texts.set(key, [...(texts.get(key) ?? []), decoded(value)])
  }
  return texts
}

const lost = (problem: RouteProblem, { method, path }: Message): WireProblem => {
  if (problem === 'wrong-method')
    return wireProblem('wire.wrong-method', `${path} knows no method ${method}`)
  return wireProblem('wire.unknown-operation', `${problem} of ${method}`)
}

const isJson = (type: string | undefined): boolean =>
  /^application\/(?:[\w.+-]+\+)?json$/iu.test(type?.split(';')[0]?.trim() ?? '')

interface BodyHeard {
  readonly object: JsonObject
}

/** A body that holds nothing stands for an empty object; an operation without a body does not look at one. */
const bodyOf = (operation: Operation, message: Message): BodyHeard | WireProblem => {
  if (!takesBody(operation) || message.body.trim() === '') return { object: {} }
  const type = message.headers['content-type']
  if (!isJson(type)) {
    return wireProblem('wire.wrong-content-type', `content-type is ${type ?? 'absent'}`)
  }
  const read = readMessageObject(message)
  return 'problem' in read ? wireProblem('wire.malformed-body', read.problem) : read
}

const headerMembers = (operation: Operation, { headers }: Message): JsonObject => {
  const members = Object.entries(operation.locations)
    .filter(([, place]) => place === 'header')
    .flatMap(([name]) => {
      const text = own(headers, name.toLowerCase())
      return text === undefined ? [] : [[name, text] as const]
    })
  return Object.fromEntries(members)
}

/**
 * Which call a message is: path and method, then content type, then body; texts of path, query and headers get
 * the types of their schemas. Members of path and query are never taken from a body, nor the other way round.
 */
export function hearRest(message: Message, listener: RestListener): Heard | WireProblem {
  const [path, query] = splitQuery(message.path)
  const route = listener.find(message.method, path)
  if (typeof route === 'string') return lost(route, message)
  const { operation, parameters } = route
  const body = bodyOf(operation, message)
  if ('problem' in body) return body
  const texts = [...queryTexts(query)].filter(([name]) => isQuery(operation, name))
  const meant = (name: string, values: readonly string[]): readonly [string, Json] => [
    name,
    meaningOf(values, listener.schemaOf(operation, name)),
  ]
  const input = {
    ...Object.fromEntries(Object.entries(body.object).filter(([name]) => isBody(operation, name))),
    ...Object.fromEntries(texts.map(([name, values]) => meant(name, values))),
    ...headerMembers(operation, message),
    ...Object.fromEntries(Object.entries(parameters).map(([name, text]) => meant(name, [text]))),
  }
  return { operation: operation.name, input }
}

const isBody = (operation: Operation, name: string): boolean =>
  locationOf(operation, name) === 'body'

const isQuery = (operation: Operation, name: string): boolean => {
  const { properties } = operation.input
  const known = isObject(properties) && Object.hasOwn(properties, name)
  return own(operation.locations, name) === 'query' || !known
}
