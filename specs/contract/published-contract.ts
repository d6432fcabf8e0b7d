import { answerSchema, describesMembers, nullable } from './answer-schema.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import type { OpenApiDocument } from './openapi-document.ts'
import { describeContract } from './published-text.ts'
import { resolved } from './resolve-reference.ts'
import { withoutSoft } from './soft-keywords.ts'

/**
 * The contract as any tool reads it: what the suite judges by, in the standard's own keywords. `effective` is the
 * derived document after its overlay; `further` are the documents of the same vendor that tell codes alone.
 */
export function publishedContract(
  effective: OpenApiDocument,
  further: readonly OpenApiDocument[],
): OpenApiDocument {
  const document = withoutSoft(effective, effective) as OpenApiDocument
  const { schemas } = document.components
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item))
  const asked = namesIn(schemas, operations.filter(isObject).map(requestOf))
  const answered = namesIn(schemas, operations.filter(isObject).map(answersOf))
  // what is asked strictly and answered openly is two schemas
  const nameOf = (name: string): string =>
    asked.has(name) && opens(schemas, name) ? `${name}Output` : name
  const named = [...answered].map(
    (name) => [nameOf(name), renamed(answerSchema(schemaAt(schemas, name)), nameOf)] as const,
  )
  const components = Object.entries(schemas).filter(([name]) => asked.has(name))
  return {
    ...document,
    info: { ...document.info, description: describeContract(document) },
    paths: mapEach(document.paths, (item) =>
      mapEach(item as Readonly<Record<string, JsonObject>>, (operation) => ({
        ...operation,
        responses: openAnswers(document, operation['responses'] as JsonObject, nameOf),
      })),
    ),
    components: {
      ...document.components,
      schemas: Object.fromEntries([...components, ...named].toSorted(byName)),
    },
    ...(further.length > 0 && { 'x-further-documents': further.map(codesOf) }),
  }
}

/** Whether answers are freer in a schema than requests, or in one that it refers to. */
const opens = (schemas: JsonObject, name: string): boolean => {
  const whole = schemaAt(schemas, name)
  return [whole, ...[...namesIn(schemas, whole)].map((each) => schemaAt(schemas, each))].some(
    (schema) => JSON.stringify(answerSchema(schema)) !== JSON.stringify(schema),
  )
}

const requestOf = ({ parameters = [], requestBody = {} }: JsonObject): Json => [
  parameters,
  requestBody,
]

const answersOf = ({ responses = {} }: JsonObject): Json => responses

const codesOf = (document: OpenApiDocument): JsonObject => ({
  ...document.info,
  'x-error-codes': document['x-error-codes'] ?? {},
})

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1

const mapEach = <Value, Made>(
  record: Readonly<Record<string, Value>>,
  make: (value: Value, name: string) => Made,
): Readonly<Record<string, Made>> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(value, name)]))

type NameOf = (name: string) => string

const openAnswers = (document: JsonObject, responses: JsonObject, nameOf: NameOf): JsonObject =>
  mapEach(responses as Readonly<Record<string, JsonObject>>, (response, status) => {
    const { content } = response
    // what has no content may have no body either: an empty map would demand one
    if (!isObject(content)) return response
    const open = status.startsWith('2') ? orNothing(document) : answerSchema
    return {
      ...response,
      content: mapEach(content as Media, (media) => ({
        ...media,
        schema: renamed(open(media['schema'] as JsonObject), nameOf),
      })),
    }
  })

type Media = Readonly<Record<string, JsonObject>>

/** The schema of a success: where nothing is answered, null says so, too. */
const orNothing =
  (document: JsonObject) =>
  (schema: JsonObject): JsonObject =>
    describesMembers(resolved(document, schema))
      ? answerSchema(schema)
      : nullable(answerSchema(schema))

const place = '#/components/schemas/'

const schemaAt = (schemas: JsonObject, name: string): JsonObject => {
  const schema = schemas[name]
  if (!isObject(schema)) throw new Error(`OpenAPI has no schema ${name}`)
  return schema
}

/** The names of the schemas that a part refers to, and those that these refer to. */
const namesIn = (schemas: JsonObject, part: Json): ReadonlySet<string> => {
  const names = new Set<string>()
  const waiting: Json[] = [part]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue
    const name = isObject(next) ? nameIn(next) : undefined
    if (name !== undefined && !names.has(name)) {
      names.add(name)
      waiting.push(schemaAt(schemas, name))
    }
    waiting.push(...Object.values(next))
  }
  return names
}

const nameIn = ({ $ref: reference }: JsonObject): string | undefined =>
  typeof reference === 'string' ? reference.slice(place.length) : undefined

const renamed = (schema: JsonObject, nameOf: NameOf): JsonObject =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string'
      ? `${place}${nameOf(value.slice(place.length))}`
      : value,
  ) as JsonObject
