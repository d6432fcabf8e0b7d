import { operationOf, type Contract } from '../../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { own } from '../../specs/contract/own.ts'
import { resolved } from '../../specs/contract/resolve-reference.ts'

/** A member of answers: the names on the way to it, `[]` for whatever stands in a list. */
export interface Part {
  readonly path: readonly string[]
  /** a value that was seen there */
  readonly example: Json
  /** the values that the contract names, where it names them */
  readonly words: readonly string[]
  /** another member of the same object that holds the same kind of value */
  readonly like?: string
}

/** Every member that was seen in outputs of an operation, the outermost first. */
export function partsIn(
  contract: Contract,
  operation: string,
  outputs: readonly JsonObject[],
): readonly Part[] {
  const found = new Map<string, Part>()
  const { output: schema } = operationOf(contract, operation)
  for (const output of outputs)
    for (const part of membersOf(contract, { schema, path: [] }, output)) {
      const key = part.path.join('/')
      if (!found.has(key)) found.set(key, part)
    }
  return [...found.values()]
}

interface Where {
  readonly schema: JsonObject
  readonly path: readonly string[]
}

const membersOf = (contract: Contract, where: Where, value: Json): readonly Part[] => {
  const schema = resolved(contract.openapi, where.schema)
  if (Array.isArray(value)) {
    const items = isObject(schema['items']) ? schema['items'] : {}
    const path = [...where.path, '[]']
    return value.flatMap((item: Json) => membersOf(contract, { schema: items, path }, item))
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = memberOf(schema, name)
    const path = [...where.path, name]
    const words = wordsOf(resolved(contract.openapi, inner))
    const like = likeOf(value, name)
    const part = { path, example: member, words, ...(like !== undefined && { like }) }
    return [part, ...membersOf(contract, { schema: inner, path }, member)]
  })
}

const memberOf = ({ properties }: JsonObject, name: string): JsonObject => {
  const schema = isObject(properties) ? own(properties, name) : undefined
  return isObject(schema) ? schema : {}
}

const wordsOf = ({ enum: words }: JsonObject): readonly string[] =>
  Array.isArray(words) ? words.filter((word): word is string => typeof word === 'string') : []

const likeOf = (object: JsonObject, name: string): string | undefined => {
  const names = Object.keys(object)
  const later = names.slice(names.indexOf(name) + 1)
  const value = object[name]
  return later.find(
    (other) => typeof object[other] === typeof value && !isObject(value) && object[other] !== value,
  )
}

/** The output with the member at a path changed wherever it stands; undefined takes it away. */
export function changedAt(
  value: Json,
  [step, ...rest]: readonly string[],
  change: (value: Json, object: JsonObject) => Json | undefined,
): Json {
  if (step === '[]')
    return Array.isArray(value) ? value.map((item: Json) => changedAt(item, rest, change)) : value
  if (step === undefined || !isObject(value)) return value
  const member = value[step]
  if (member === undefined) return value
  const changed = rest.length === 0 ? change(member, value) : changedAt(member, rest, change)
  const { [step]: _, ...others } = value
  return changed === undefined ? others : { ...value, [step]: changed }
}
