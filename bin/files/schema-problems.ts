import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'

import { didYouMean } from '../../harness/nearest.ts'
import { mostTold, type Problem } from '../../harness/problem.ts'
import { pointerStep } from '../../specs/contract/json-pointer.ts'
import { isObject } from '../../specs/contract/json.ts'
import type { Parsed } from './parsed.ts'

/** What a value is held against, and how to speak of it. */
export interface Against {
  readonly schema: object
  /** the file, or the preset */
  readonly path: string
  /** before the codes of problems: what kind of file it is */
  readonly prefix: 'FILE' | 'TARGET'
  /** names that its free keys are known to have; any other key is not shown */
  readonly names?: readonly string[]
  /** mistakes that are none yet */
  readonly excused?: (error: ErrorObject) => boolean
}

/** A file of more values is no one's handiwork: its first mistake is enough, and all of them could fill the memory. */
const handmade = 5000

/**
 * Where a value does not fit a schema, all places at once: as many as are ever printed are put into words, the last of
 * them counts those behind it. What is told names places, and keys that the schema knows;
 * never a value, and never another key: whoever forgot a colon made one of a secret.
 */
export function schemaProblems(parsed: Parsed, against: Against): readonly Problem[] {
  const { ajv, validators } = parsed.values <= handmade ? all : first
  const validate = validators.get(against.schema) ?? ajv.compile(against.schema)
  validators.set(against.schema, validate)
  if (validate(parsed.value)) return []
  const known = new Set([...keysOf(against.schema), ...(against.names ?? [])])
  const telling = (validate.errors ?? []).filter(
    (error) => isTelling(error) && against.excused?.(error) !== true,
  )
  const errors = [...new Map(telling.map((error) => [identityOf(error), error])).values()]
  const problems = errors
    .slice(0, mostTold)
    .map((error) => problemOf(error, { ...against, known, parsed }))
  return counted(problems, errors.length - problems.length)
}

/** A mistake that two keywords find is one: the same is said of the same place. */
const identityOf = (error: ErrorObject): string =>
  `${pointerOf(error)} ${error.keyword === 'additionalProperties' ? '' : sayingOf(error)}`

const counted = (problems: readonly Problem[], further: number): readonly Problem[] =>
  further === 0
    ? problems
    : problems.map((problem, at) =>
        at === problems.length - 1 ? { ...problem, further } : problem,
      )

const ajvWith = (allErrors: boolean) => ({
  ajv: new Ajv2020({
    allErrors,
    strict: false,
    strictNumbers: true,
    verbose: true,
    // the schemas are our own: to hold them against that of JSON Schema is for the tests
    validateSchema: false,
  }),
  validators: new WeakMap<object, ValidateFunction>(),
})

const all = ajvWith(true)
const first = ajvWith(false)

/** Keywords that only say that another one failed. */
const isTelling = ({ keyword }: ErrorObject): boolean => keyword !== 'if'

interface Telling extends Against {
  readonly known: ReadonlySet<string>
  readonly parsed: Parsed
}

const problemOf = (error: ErrorObject, telling: Telling): Problem =>
  error.keyword === 'additionalProperties' ? unknownKey(error, telling) : misfit(error, telling)

const misfit = (error: ErrorObject, telling: Telling): Problem => {
  const says = sayingOf(error)
  const hint = hintOf(error)
  return {
    code: `${telling.prefix}_SHAPE`,
    message: `${placeOf(error.instancePath, telling)} ${says}`,
    ...(hint !== undefined && { hint }),
  }
}

/** Where a schema says in its own words what belongs there, those are clearer than the keyword that failed. */
const sayingOf = ({ keyword, message = keyword, parentSchema }: ErrorObject): string => {
  const { description } = (parentSchema ?? {}) as { readonly description?: unknown }
  const worded = keyword === 'pattern' || keyword === 'not'
  return worded && typeof description === 'string' ? `is to be: ${description}` : message
}

const hintOf = ({ params, data }: ErrorObject): string | undefined => {
  const { allowedValues } = params as { readonly allowedValues?: readonly unknown[] }
  if (allowedValues === undefined) return undefined
  const words = allowedValues.map(String)
  return (typeof data === 'string' && didYouMean(data, words)) || `one of ${words.join(', ')}`
}

/** Where the mistake is: an unknown key itself, not the object that has it. */
const pointerOf = ({ instancePath, keyword, params }: ErrorObject): string =>
  keyword === 'additionalProperties' ? `${instancePath}${pointerStep(keyIn(params))}` : instancePath

const keyIn = (params: ErrorObject['params']): string =>
  (params as { readonly additionalProperty: string }).additionalProperty

const unknownKey = (error: ErrorObject, telling: Telling): Problem => {
  const { properties = {} } = (error.parentSchema ?? {}) as { readonly properties?: object }
  const known = Object.keys(properties)
  const at = telling.parsed.at(pointerOf(error))
  return {
    code: `${telling.prefix}_UNKNOWN_KEY`,
    message: `${placeOf(error.instancePath, telling, at)} has a key that is not known`,
    hint: didYouMean(keyIn(error.params), known) ?? `known are ${known.join(', ')}`,
  }
}

/** The file, the line and column where they are known, and the way there as far as its names are the schema's. */
const placeOf = (
  pointer: string,
  { path, known, parsed }: Telling,
  at: string | undefined = parsed.at(pointer),
): string => {
  const steps = pointer.split('/').slice(1)
  const shown = steps.map((step) => (known.has(step) || /^\d+$/.test(step) ? step : '…'))
  const where = at === undefined ? path : `${path}:${at}`
  return steps.length === 0 ? where : `${where} at /${shown.join('/')}`
}

/** Every key that a schema has a word for, at any depth. */
const keysOf = (schema: unknown): readonly string[] => {
  if (Array.isArray(schema)) return schema.flatMap(keysOf)
  if (!isObject(schema)) return []
  const { properties } = schema
  const own = isObject(properties) ? Object.keys(properties) : []
  return [...own, ...Object.values(schema).flatMap(keysOf)]
}
