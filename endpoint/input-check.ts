import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'

import type { Contract } from '../specs/contract/contract.ts'
import { isObject, type Json } from '../specs/contract/json.ts'
import type { ReferenceEndpoint } from '../specs/vendor/reference-endpoint.ts'
import type { RefusalName } from '../specs/vocabulary/refusal-name.ts'
import type { Heard } from '../specs/wire/wire.ts'

/** The first rule of the contract that an input breaks. */
export interface InputProblem {
  readonly refusal: RefusalName
  /** JSON pointer of the member */
  readonly pointer: string
  /** what stands there, where anything does */
  readonly received?: Json
  readonly detail: string
}

/** A JSON Schema keyword that fails, and how the refusal of it is called. */
const refusals: Readonly<Record<string, RefusalName>> = {
  required: 'invalid.required',
  type: 'invalid.type',
  enum: 'invalid.enum',
  const: 'invalid.enum',
  minLength: 'invalid.minLength',
  maxLength: 'invalid.maxLength',
  minimum: 'invalid.minimum',
  maximum: 'invalid.maximum',
  minItems: 'invalid.minItems',
  maxItems: 'invalid.maxItems',
}

/** Schemas beside the contract, by operation. */
type InputForms = NonNullable<ReferenceEndpoint['inputForms']>

/** Finds the first rule of a contract that an input breaks. */
export type InputChecker = (heard: Heard, original: Json) => InputProblem | undefined

/** Compiling takes longer than answering, and the selftest opens a hundred endpoints of one contract and its forms. */
const checkers = new WeakMap<Contract, WeakMap<InputForms, InputChecker>>()

const noForms: InputForms = {}

/**
 * Checks inputs against a contract. A schema is compiled at the first call of its operation and kept for all endpoints
 * of the contract with the same forms. Inputs come without their null members (`withoutNulls`); the original tells a null from an absence.
 * `forms` are schemas that inputs of some operations have to fit, too.
 */
export function inputChecker(contract: Contract, forms: InputForms = noForms): InputChecker {
  const known = checkers.get(contract) ?? new WeakMap<InputForms, InputChecker>()
  const checker = known.get(forms) ?? newChecker(contract, forms)
  checkers.set(contract, known.set(forms, checker))
  return checker
}

const newChecker = (contract: Contract, forms: InputForms): InputChecker => {
  // the contract is held against the schema of OpenAPI when it is derived, not at every start
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    validateSchema: false,
    // a schema is used a few dozen times: to make its code faster takes longer
    code: { optimize: false },
  })
  const inputs = [...contract.operations].map(([name, { input }]) => {
    const form = forms[name]
    return [name, form === undefined ? input : { allOf: [form, input] }]
  })
  // One document, because references of the contract start at the root of its OpenAPI.
  const { components = {} } = contract.openapi
  ajv.addSchema({ $id: 'contract', components, inputs: Object.fromEntries(inputs) })
  const validatorOf = (operation: string): ValidateFunction => {
    const validate = ajv.getSchema(`contract#/inputs/${operation}`)
    if (validate === undefined) throw new Error(`the contract has no operation ${operation}`)
    return validate
  }
  return ({ operation, input }, original) => {
    const validate = validatorOf(operation)
    if (validate(input)) return undefined
    const [error] = validate.errors ?? []
    return error === undefined ? undefined : problemOf(error, original)
  }
}

/** No contract nests deeper; what does is left as it came, so that no input exhausts the stack. */
const deepest = 32

/** The value without the null members of its objects: to a client null and absent are the same. */
export function withoutNulls(value: Json, depth = 0): Json {
  if (depth === deepest) return value
  if (Array.isArray(value)) return value.map((item: Json) => withoutNulls(item, depth + 1))
  if (!isObject(value)) return value
  const present = Object.entries(value).filter(([, part]) => part !== null)
  return Object.fromEntries(present.map(([name, part]) => [name, withoutNulls(part, depth + 1)]))
}

const problemOf = (error: ErrorObject, original: Json): InputProblem => {
  const missing: unknown = error.params['missingProperty']
  const pointer = error.instancePath + (typeof missing === 'string' ? `/${missing}` : '')
  const named = refusals[error.keyword] ?? 'invalid.pattern'
  const received = at(original, pointer)
  const refusal = received === null ? 'invalid.null' : named
  const sent = received === undefined ? {} : { received }
  return { refusal, pointer, ...sent, detail: `${pointer.slice(1) || 'input'}: ${sayingOf(error)}` }
}

const sayingOf = (error: ErrorObject): string =>
  error.keyword === 'required' ? 'is missing' : (error.message ?? error.keyword)

const at = (value: Json, pointer: string): Json | undefined => {
  const steps = pointer.split('/').slice(1)
  let part: Json | undefined = value
  for (const step of steps) {
    if (Array.isArray(part)) part = part[Number(step)]
    else part = isObject(part) ? part[step] : undefined
  }
  return part
}
