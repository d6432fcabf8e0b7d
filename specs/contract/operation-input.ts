import type { Operation } from './contract.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { resolved } from './resolve-reference.ts'

type Location = Operation['locations'][string]

interface Members {
  readonly properties: Record<string, Json>
  readonly required: string[]
  readonly locations: Record<string, Location>
}

/**
 * One flat object schema of everything an operation takes, wherever it travels, and where that is.
 * Header parameters of the protocol itself (a `const` schema, or `x-protocol`) are not input.
 * Throws when two places use one name, or a body is no object.
 */
export function operationInput(
  openapi: JsonObject,
  entry: JsonObject,
): Pick<Operation, 'input' | 'locations'> {
  const body = bodySchema(openapi, entry)
  const members: Members = { properties: {}, required: [], locations: {} }
  for (const parameter of parametersOf(openapi, entry)) addParameter(members, parameter)
  if (Object.keys(members.properties).length === 0) return { input: body, locations: {} }
  addBody(members, body)
  const { properties, required, locations } = members
  const input = { ...body, properties, ...(required.length > 0 && { required }) }
  return { input, locations }
}

const bodySchema = (openapi: JsonObject, entry: JsonObject): JsonObject => {
  const body = entry['requestBody']
  if (!isObject(body)) return { type: 'object' }
  const content = resolved(openapi, body)['content']
  const [media] = isObject(content) ? Object.values(content) : []
  const schema = isObject(media) ? media['schema'] : undefined
  if (!isObject(schema)) throw new Error('a request body has no schema')
  return resolved(openapi, schema)
}

const parametersOf = (openapi: JsonObject, entry: JsonObject): readonly JsonObject[] => {
  const parameters = entry['parameters']
  if (!Array.isArray(parameters)) return []
  return parameters
    .filter(isObject)
    .map((parameter) => resolved(openapi, parameter))
    .filter((parameter) => !isProtocol(parameter))
}

const isProtocol = (parameter: JsonObject): boolean => {
  const schema = parameter['schema']
  return (
    parameter['x-protocol'] !== undefined || (isObject(schema) && schema['const'] !== undefined)
  )
}

const addParameter = ({ properties, required, locations }: Members, parameter: JsonObject) => {
  const name = parameter['name'] as string
  if (properties[name] !== undefined) throw new Error(`two parameters are named ${name}`)
  properties[name] = parameter['schema'] ?? {}
  locations[name] = parameter['in'] as Location
  if (parameter['required'] === true) required.push(name)
}

const addBody = ({ properties, required, locations }: Members, body: JsonObject) => {
  for (const [name, schema] of Object.entries((body['properties'] ?? {}) as JsonObject)) {
    if (properties[name] !== undefined) throw new Error(`a parameter and the body share ${name}`)
    properties[name] = schema
    locations[name] = 'body'
  }
  required.push(...((body['required'] ?? []) as string[]))
}
