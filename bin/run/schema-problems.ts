import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'

import schema from '../../specs/schemas/target.schema.json' with { type: 'json' }
import type { JsonObject } from '../../specs/json.ts'
import { didYouMean } from '../nearest.ts'
import type { Problem } from '../problem.ts'

/** Where a target file does not fit target.schema.json, all places at once. `where` names the file. */
export function schemaProblems(value: JsonObject, where: string): readonly Problem[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true })
  const validate = ajv.compile(schema)
  if (validate(value)) return []
  const problems = (validate.errors ?? []).filter(isTelling).map((error) => problemOf(error, where))
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()]
}

/** Keywords that only say that another one failed. */
const isTelling = ({ keyword }: ErrorObject): boolean => keyword !== 'if'

const problemOf = (error: ErrorObject, where: string): Problem => {
  const place = `${where}${error.instancePath === '' ? '' : ` at ${error.instancePath}`}`
  if (error.keyword !== 'additionalProperties') {
    const allowed = (error.params as { readonly allowedValues?: readonly unknown[] }).allowedValues
    return {
      code: 'TARGET_SHAPE',
      message: `${place} ${error.message ?? error.keyword}`,
      ...(allowed && { hint: `one of ${allowed.join(', ')}` }),
    }
  }
  const { additionalProperty } = error.params as { readonly additionalProperty: string }
  const { properties = {} } = (error.parentSchema ?? {}) as { readonly properties?: object }
  const known = Object.keys(properties)
  return {
    code: 'TARGET_UNKNOWN_KEY',
    message: `${place}: unknown key "${additionalProperty}"`,
    hint: didYouMean(additionalProperty, known) ?? `known are ${known.join(', ')}`,
  }
}
