import { isObject, type Json, type JsonObject } from '../../../contract/json.ts'
import { holds } from './condition.ts'
import { fits } from './pattern.ts'
import type { Request } from './request.ts'

/** The statements of a policy, be they one or a list. */
export function statementsOf(document: Json): readonly JsonObject[] {
  const { Statement: statements = [] } = isObject(document) ? document : {}
  return listOf(statements).filter(isObject)
}

/** Whether a statement speaks of the caller. */
export function concerns({ Principal: principal = null }: JsonObject, caller: string): boolean {
  const named = isObject(principal) ? listOf(principal['AWS'] ?? []) : [principal]
  return named.some((one) => one === '*' || one === caller || one === `arn:aws:iam::${caller}:root`)
}

/** Whether a statement speaks of an action on a resource, as it is asked for. */
export function covers(statement: JsonObject, one: Covered): boolean {
  const { Action: actions = [], Resource: resources = [], Condition: condition = {} } = statement
  return (
    textsOf(actions).some((pattern) => fits(one.action.toLowerCase(), pattern.toLowerCase())) &&
    textsOf(resources).some((pattern) => isOn(pattern, one.resource)) &&
    holds(condition, one.keys)
  )
}

/** One action on one resource, and what conditions can ask for. */
export interface Covered extends Pick<Request, 'keys'> {
  readonly action: string
  readonly resource: string | undefined
}

/** What is not known by an ARN is reached only by who may reach everything. */
const isOn = (pattern: string, resource: string | undefined): boolean =>
  pattern === '*' || (resource !== undefined && fits(resource, pattern))

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value])

const textsOf = (value: Json): readonly string[] =>
  listOf(value).filter((one) => typeof one === 'string')
