import { Ajv2020 } from 'ajv/dist/2020.js'

import type { Contract, Operation } from '../contract/contract.ts'
import type { Json, JsonObject } from '../contract/json.ts'
import { standaloneSchema } from '../contract/standalone-schema.ts'

/** Holds values against a contract: the first thing that does not fit, in our words, or nothing. */
export interface Misfits {
  /** members that are `open` need not be there */
  readonly input: (
    operation: Operation,
    input: Json,
    open?: readonly string[],
  ) => string | undefined
  readonly output: (operation: Operation, output: Json) => string | undefined
}

const documentUri = 'contract'

/** The misfits of values with a contract's schemas; its soft keywords count, too. */
export function misfitsOf(contract: Contract): Misfits {
  const ajv = new Ajv2020({ strict: false, logger: false, unicodeRegExp: true })
  ajv.addSchema(contract.openapi, documentUri)
  const misfit = (schema: JsonObject, value: Json): string | undefined => {
    const validate = ajv.compile(standaloneSchema(schema, documentUri))
    if (validate(value)) return undefined
    const [error] = validate.errors ?? []
    return `${error?.instancePath ?? ''} ${error?.message ?? 'does not fit'}`.trim()
  }
  return {
    input: ({ input: schema }, input, open = []) => misfit(withoutRequired(schema, open), input),
    output: ({ output: schema }, output) => misfit(schema, output),
  }
}

const withoutRequired = (schema: JsonObject, open: readonly string[]): JsonObject => {
  const required = (schema['required'] ?? []) as readonly string[]
  return { ...schema, required: required.filter((name) => !open.includes(name)) }
}
