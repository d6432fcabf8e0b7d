import type { Contract, Operation } from '../contract/contract.ts'
import { isObject, type JsonObject } from '../contract/json.ts'
import { own } from '../contract/own.ts'
import { resolved } from '../contract/resolve-reference.ts'
import { answersBody } from './answers-body.ts'
import { carriesRest } from './rest-carries.ts'
import { decodeRest } from './rest-decode.ts'
import { encodeRest, locationOf } from './rest-encode.ts'
import { hearRest, type RestListener } from './rest-hear.ts'
import { router } from './rest-routes.ts'
import type { Answer, ErrorAnswer, Wire } from './wire.ts'

/** What distinguishes one REST service from another: its contract, and how it knows who calls. */
export interface RestService {
  readonly contract: Pick<Contract, 'operations' | 'openapi'>
  readonly signing: Pick<Wire, 'sign' | 'claimant' | 'verify'>
  /** paths that a server understands besides those of the contract: the other path, and the contract's */
  readonly aliases?: Readonly<Record<string, string>>
  /** an error may stand in the answer of a success */
  readonly errorsInSuccess?: true
}

const headersOf = (requestId: string): Readonly<Record<string, string>> => ({
  'content-type': 'application/json',
  'x-request-id': requestId.replaceAll('-', ''),
})

const refuse = ({ status, code, message }: ErrorAnswer, requestId: string): Answer => ({
  status,
  headers: headersOf(requestId),
  body: JSON.stringify({ error_code: code, error_msg: message }),
})

const listenerOf = ({ contract, aliases = {} }: RestService): RestListener => {
  const { operations, openapi } = contract
  const twins = [...operations.values()].flatMap((operation) =>
    Object.entries(aliases)
      .filter(([, path]) => path === operation.path)
      .map(([path]) => ({ ...operation, path })),
  )
  return {
    find: router([...operations.values(), ...twins]),
    schemaOf: (operation, member) => schemaOf(openapi, operation, member),
  }
}

const schemaOf = (
  openapi: JsonObject,
  { input }: Operation,
  member: string,
): JsonObject | undefined => {
  const properties = input['properties']
  const schema = isObject(properties) ? own(properties, member) : undefined
  return isObject(schema) ? resolved(openapi, schema) : undefined
}

/**
 * JSON over REST, for both sides: one operation per method and path, an error envelope of `error_code` and
 * `error_msg`, a request id of 32 hexadecimal digits in a header.
 */
export function rest(service: RestService): Wire {
  const { operations } = service.contract
  const listener = listenerOf(service)
  return {
    ...service.signing,
    encode: encodeRest,
    carries: (operation, member, fault) =>
      carriesRest(
        { place: locationOf(operation, member), schema: listener.schemaOf(operation, member) },
        fault,
      ),
    decode: (operation, answer, show) =>
      decodeRest(operation, answer, { show, errorsInSuccess: service.errorsInSuccess }),
    hear: (message) => hearRest(message, listener),
    answer: (name, output, requestId): Answer => {
      const operation = operations.get(name)
      if (operation === undefined) throw new Error(`the contract has no operation ${name}`)
      const { status } = operation
      const headers = headersOf(requestId)
      if (status !== 204)
        return { status, headers, body: answersBody(operation) ? JSON.stringify(output) : '' }
      const { 'content-type': _, ...bare } = headers
      return { status, headers: bare, body: '' }
    },
    refuse,
  }
}
