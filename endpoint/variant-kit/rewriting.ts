import { operationOf, type Contract } from '../../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { own } from '../../specs/contract/own.ts'
import { resolved } from '../../specs/contract/resolve-reference.ts'
import type { Answer, Heard } from '../../specs/wire/wire.ts'
import type { Setting, Variant } from '../variant.ts'

/** What a variant changes of the steps of an endpoint. */
export type AlterVaried = NonNullable<Variant['alter']>

/** What becomes of an object of an answer; its schema is resolved. */
export type ChangeObject = (object: JsonObject, schema: JsonObject) => JsonObject

/** What becomes of a list of an answer. */
export type ChangeList = (list: readonly Json[], items: JsonObject) => readonly Json[]

/** The parts of an answer that a variant writes otherwise, the innermost first. */
export interface Changes {
  readonly object?: ChangeObject
  readonly list?: ChangeList
}

/** Writes the parts of every success otherwise, by what the contract says that they are. */
export function rewriting(changesIn: (setting: Setting) => Changes): AlterVaried {
  return ({ write }, setting) => {
    const { contract } = setting.vendor
    const changes = changesIn(setting)
    return {
      write: (output, heard) => {
        const { output: schema } = operationOf(contract, heard.operation)
        const rewritten = rewrite({ contract, changes }, schema, write(output, heard))
        return isObject(rewritten) ? rewritten : output
      },
    }
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

/** The members that an object may have without having to: by its schema. */
export function optionalMembers({ properties, required = [] }: JsonObject): readonly string[] {
  const needed = Array.isArray(required) ? required : []
  return isObject(properties)
    ? Object.keys(properties).filter((name) => !needed.includes(name))
    : []
}

/** Writes the body of an answer otherwise, as the wire has it. */
export function framing(
  change: (answer: Answer, heard: Heard | undefined, setting: Setting) => Answer,
): AlterVaried {
  return ({ frame }, setting) => ({
    frame: (answer, heard) => change(frame(answer, heard), heard, setting),
  })
}

/** The JSON object in the body of an answer; undefined where it is none. */
export function bodyObject({ body }: Answer): JsonObject | undefined {
  if (body === '') return undefined
  const value: unknown = JSON.parse(body)
  return isObject(value) ? value : undefined
}
