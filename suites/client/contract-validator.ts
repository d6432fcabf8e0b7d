import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'

import type { Contract, Operation } from '../../specs/contract/contract.ts'
import { pointerStep } from '../../specs/contract/json-pointer.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import { standaloneSchema } from '../../specs/contract/standalone-schema.ts'
import { withoutNullsAt } from './without-nulls-at.ts'

/** A place where a message does not fit the contract. */
export interface Violation {
  readonly pointer: string
  readonly keyword: string
  readonly message: string
  /** what stands there */
  readonly value: unknown
  /** null stands there, or for the member that is missing there */
  readonly receivedNull: boolean
  /** newer values than the document knows: noted, never a failure */
  readonly soft: boolean
}

/**
 * Checks messages against the schemas of a contract; each schema is compiled once, when first needed. In an output a
 * member that is null, where the contract has no null, is one that is absent (the protocols say so): nothing where it
 * may be, missing where it must not. An entry of a list that is null is what it is.
 */
export interface ContractValidator {
  input(operation: Operation, input: Json): readonly Violation[]
  output(operation: Operation, output: Json): readonly Violation[]
}

const documentUri = 'contract'

const known = new WeakMap<Contract, ContractValidator>()

/** The validator of a contract; one for all who ask, so that nothing is compiled twice. */
export function contractValidator(contract: Contract): ContractValidator {
  const validator = known.get(contract) ?? openValidator(contract)
  known.set(contract, validator)
  return validator
}

const openValidator = (contract: Contract): ContractValidator => {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    // the contract is held against the schema of OpenAPI when it is derived, not at every start
    validateSchema: false,
    unicodeRegExp: true,
    logger: false,
    // a schema is used a few dozen times: to make its code faster takes longer
    code: { optimize: false },
  })
  ajv.addSchema(contract.openapi, documentUri)
  const compiled = new Map<JsonObject, ValidateFunction>()
  const validate: Validate = (schema, value, nulls = none) => {
    const validator = compiled.get(schema) ?? ajv.compile(standaloneSchema(schema, documentUri))
    compiled.set(schema, validator)
    validator(value)
    return (validator.errors ?? []).map((error) => violationOf(error, nulls))
  }
  return {
    input: (operation, input) => validate(operation.input, input),
    output: (operation, output) => {
      const violations = validate(operation.output, output)
      const unfit = violations.filter(({ receivedNull }) => receivedNull)
      if (unfit.length === 0) return violations
      const nulls = new Set(unfit.map(({ pointer }) => pointer))
      return validate(operation.output, withoutNullsAt(output, nulls), nulls)
    },
  }
}

/** Holds a value against a schema; `nulls` are where it had null before these members were left out. */
type Validate = (
  schema: JsonObject,
  value: Json,
  nulls?: ReadonlySet<string>,
) => readonly Violation[]

const none: ReadonlySet<string> = new Set()

const violationOf = (error: ErrorObject, nulls: ReadonlySet<string>): Violation => {
  const missing: unknown = error.params['missingProperty']
  const stoodNull =
    typeof missing === 'string' && nulls.has(`${error.instancePath}${pointerStep(missing)}`)
  const receivedNull = error.data === null || stoodNull
  return {
    pointer: error.instancePath,
    keyword: error.keyword,
    message: `${error.message ?? error.keyword}${receivedNull ? ' (received null)' : ''}`,
    value: error.data,
    receivedNull,
    soft: isSoft(error),
  }
}

/** Newer values, and what only a public source (not the document) says: `x-soft` lists such keywords. */
const isSoft = ({ keyword, parentSchema }: ErrorObject): boolean => {
  const soft: unknown = parentSchema?.['x-soft']
  return (
    keyword === 'enum' || keyword === 'const' || (Array.isArray(soft) && soft.includes(keyword))
  )
}
