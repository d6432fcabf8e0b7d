import type { Json, JsonObject } from '../../specs/json.ts'
import { isObject } from '../../specs/json.ts'
import type { Problem } from '../problem.ts'

/** The variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Puts the values of variables in the place of `env:NAME`, at any depth. A variable that is not set is a problem;
 * written as `env:NAME?` it leaves the member out.
 */
export function withSecrets(
  draft: JsonObject,
  environment: Environment,
): { readonly draft: JsonObject; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const fill = (value: Json): Json | undefined => {
    if (isObject(value)) return fillObject(value)
    const [, name, optional] = typeof value === 'string' ? (reference.exec(value) ?? []) : []
    if (name === undefined) return value
    const found = environment[name]
    if (found !== undefined && found !== '') return found
    if (optional === undefined) problems.push(missing(name))
    return undefined
  }
  const fillObject = (object: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(object).flatMap(([key, value]) => {
        const filled = fill(value)
        return filled === undefined ? [] : [[key, filled] as const]
      }),
    )
  return { draft: fillObject(draft), problems }
}

const reference = /^env:([A-Za-z_][A-Za-z0-9_]*)(\?)?$/

const missing = (name: string): Problem => ({
  code: 'VARIABLE_MISSING',
  message: `the target needs the environment variable ${name}, which is not set`,
  hint: `export ${name}=…`,
})
