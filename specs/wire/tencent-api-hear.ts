import type { Json, JsonObject } from '../contract/json.ts'
import { own } from '../contract/own.ts'
import { readMessageObject } from './json-body.ts'
import { splitQuery } from './query.ts'
import { wireProblem } from './wire-problem.ts'
import type { Heard, Message, WireProblem } from './wire.ts'

/** How a member of an input is read from a query, where every value is a text. */
export type MemberType = (operation: string, member: string) => 'integer' | 'text'

/** What a listener has to know to understand a message. */
export interface Listening {
  readonly version: string
  readonly typeOf: MemberType
}

/**
 * Which call a message of Tencent API 3.0 is: method, then action, version, content type, input.
 * The path is not looked at, for an endpoint may lie under any prefix. Whether the action exists is
 * the listener's to say.
 */
export function hearTencentApi(message: Message, listening: Listening): Heard | WireProblem {
  const operation = message.headers['x-tc-action'] ?? ''
  const problem =
    methodProblem(message) ??
    nameProblem(operation) ??
    versionProblem(message, listening) ??
    typeProblem(message)
  if (problem !== undefined) return problem
  if (message.method === 'GET') {
    return { operation, input: inputOf(operation, message.path, listening) }
  }
  const read = readMessageObject(message)
  return 'problem' in read
    ? wireProblem('wire.malformed-body', read.problem)
    : { operation, input: read.object }
}

type MaybeProblem = WireProblem | undefined

/** What a message of a method holds; there are two methods. */
const types: Readonly<Record<string, string>> = {
  GET: 'application/x-www-form-urlencoded',
  POST: 'application/json',
}

const methodProblem = ({ method }: Message): MaybeProblem =>
  Object.hasOwn(types, method)
    ? undefined
    : wireProblem('wire.wrong-method', `method ${method}, expected GET or POST`)

const nameProblem = (operation: string): MaybeProblem =>
  /^\w+$/u.test(operation)
    ? undefined
    : wireProblem('wire.unknown-operation', 'x-tc-action names no action')

const versionProblem = ({ headers }: Message, { version }: Listening): MaybeProblem =>
  headers['x-tc-version'] === version
    ? undefined
    : wireProblem('wire.unknown-version', `x-tc-version is not ${version}`)

const typeProblem = ({ method, headers }: Message): MaybeProblem => {
  const type = headers['content-type']
  return type?.split(';')[0]?.trim().toLowerCase() === own(types, method)
    ? undefined
    : wireProblem('wire.wrong-content-type', `content-type is ${type ?? 'absent'}`)
}

/** `Uins.0=…&Uins.1=…` is a list; a number is what its member's schema calls one. */
const inputOf = (operation: string, path: string, { typeOf }: Listening): JsonObject => {
  const lists = new Map<string, Json[]>()
  const input = new Map<string, Json>()
  for (const [key, text] of new URLSearchParams(splitQuery(path)[1])) {
    const [, name = key, index] = /^(.*)\.(\d{1,4})$/u.exec(key) ?? []
    const value = typeOf(operation, name) === 'integer' ? numberOr(text) : text
    if (index === undefined) input.set(name, value)
    else lists.set(name, withValue(lists.get(name) ?? [], Number(index), value))
  }
  for (const [name, values] of lists) {
    input.set(
      name,
      values.filter((value) => value !== undefined),
    )
  }
  return Object.fromEntries(input)
}

const numberOr = (text: string): Json => (/^-?\d{1,16}$/u.test(text) ? Number(text) : text)

const withValue = (values: Json[], index: number, value: Json): Json[] => {
  values[index] = value
  return values
}
