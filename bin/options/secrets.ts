import type { Problem } from '../../harness/problem.ts'
import { pointerStep } from '../../specs/contract/json-pointer.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import { isObject } from '../../specs/contract/json.ts'
import type { Environment } from '../shell/shell.ts'

/** A draft with its variables filled in, and what is wrong with them. */
export interface Filled {
  readonly draft: JsonObject
  readonly problems: readonly Problem[]
}

/** Says where the value of a JSON pointer stands. */
export type PlaceOf = (pointer: string) => string

/**
 * Puts the values of variables in the place of `env:NAME`, at any depth. A variable that is not set is a problem;
 * written as `env:NAME?` it leaves the member or entry out. What begins with `env:` and names no variable is a problem too: it
 * would travel as if it were the value.
 */
export function withSecrets(draft: JsonObject, environment: Environment, placeOf: PlaceOf): Filled {
  const problems: Problem[] = []
  const fill = (value: Json, pointer: string): Json | undefined => {
    if (Array.isArray(value)) return fillList(value, pointer)
    if (isObject(value)) return fillObject(value, pointer)
    if (typeof value !== 'string' || !value.startsWith(prefix)) return value
    const read = readReference(value, environment) ?? { problem: misnamed(placeOf(pointer)) }
    if ('problem' in read) problems.push(read.problem)
    return 'value' in read ? read.value : undefined
  }
  const fillList = (list: readonly Json[], pointer: string): readonly Json[] =>
    list.flatMap((value, index) => {
      const filled = fill(value, `${pointer}${pointerStep(index)}`)
      return filled === undefined ? [] : [filled]
    })
  const fillObject = (object: JsonObject, pointer: string): JsonObject =>
    Object.fromEntries(
      Object.entries(object).flatMap(([key, value]) => {
        const filled = fill(value, `${pointer}${pointerStep(key)}`)
        return filled === undefined ? [] : [[key, filled] as const]
      }),
    )
  return { draft: fillObject(draft, ''), problems }
}

/** Whether a value stands for a variable, so that its own text says nothing yet. */
export function isReference(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith(prefix)
}

const prefix = 'env:'
const reference = /^env:([A-Za-z_][A-Za-z0-9_]{0,255})(\?)?$/

/** A reference's value, none at all where it may be missing; undefined when it names no variable. */
const readReference = (
  text: string,
  environment: Environment,
): { readonly value: string | undefined } | { readonly problem: Problem } | undefined => {
  const [, name, optional] = reference.exec(text) ?? []
  if (name === undefined) return undefined
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined
  if (value === undefined || value === '') {
    return optional === undefined ? { problem: missing(name) } : { value: undefined }
  }
  return /\p{Cc}/u.test(value) ? { problem: unusable(name) } : { value }
}

const missing = (name: string): Problem => ({
  code: 'VARIABLE_MISSING',
  message: `the target needs the environment variable ${name}, which is not set`,
  hint: `export ${name}=…`,
})

const unusable = (name: string): Problem => ({
  code: 'VARIABLE_UNUSABLE',
  message: `the target needs the environment variable ${name}, which holds a line break or control character`,
  hint: 'no header carries one; is there a line break at its end?',
})

const misnamed = (place: string): Problem => ({
  code: 'VARIABLE_MISNAMED',
  message: `${place} begins with env: and goes on with no name of a variable`,
  hint: 'a name has letters, digits and underscores, and begins with no digit',
})
