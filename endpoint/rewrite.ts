import { operationOf, type Contract } from '../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../specs/contract/json.ts'
import { own } from '../specs/contract/own.ts'
import { resolved } from '../specs/contract/resolve-reference.ts'
import type { Steps } from './steps.ts'

/** What becomes of an object of an answer; its schema is resolved. */
type ChangeObject = (object: JsonObject, schema: JsonObject) => JsonObject

/** What becomes of a list of an answer. */
type ChangeList = (list: readonly Json[], items: JsonObject) => readonly Json[]

/** The parts of an answer that are written otherwise, the innermost first. */
export interface Changes {
  readonly object?: ChangeObject
  readonly list?: ChangeList
}

/** Writes the parts of every success otherwise, by what the contract says that they are. */
export function rewritten(
  { write }: Pick<Steps, 'write'>,
  contract: Contract,
  changes: Changes,
): Pick<Steps, 'write'> {
  return {
    write: (output, heard) => {
      const { output: schema } = operationOf(contract, heard.operation)
      const changed = rewrite({ contract, changes }, schema, write(output, heard))
      return isObject(changed) ? changed : output
    },
  }
}

interface Rewriter {
  readonly contract: Contract
  readonly changes: Changes
}

const rewrite = (by: Rewriter, reference: JsonObject, value: Json): Json => {
  const { object: changed = asItIs, list: relisted = asItIs } = by.changes
  const schema = resolved(by.contract.openapi, reference)
  if (Array.isArray(value)) {
    const items = isObject(schema['items']) ? schema['items'] : {}
    const written = (value as readonly Json[]).map((item) => rewrite(by, items, item))
    return relisted(written, resolved(by.contract.openapi, items))
  }
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([name, part]) => [
    name,
    rewrite(by, memberOf(schema, name), part),
  ])
  return changed(Object.fromEntries(members) as JsonObject, schema)
}

const asItIs = <T>(value: T): T => value

/** The schema of a member of an object; an empty one where nothing is said of it. */
const memberOf = ({ properties }: JsonObject, name: string): JsonObject => {
  const schema = isObject(properties) ? own(properties, name) : undefined
  return isObject(schema) ? schema : {}
}

/** The members that an object has to have, by its schema. */
export function requiredMembers({ required }: JsonObject): readonly string[] {
  return Array.isArray(required) ? (required as readonly string[]) : []
}

/** The members that an object may have without having to, by its schema. */
export function optionalMembers(schema: JsonObject): readonly string[] {
  const { properties } = schema
  const needed = requiredMembers(schema)
  return isObject(properties)
    ? Object.keys(properties).filter((name) => !needed.includes(name))
    : []
}
