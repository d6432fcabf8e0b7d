import { operationOf } from '../../specs/contract/contract.ts'
import type { Json } from '../../specs/contract/json.ts'
import { rowOf } from '../../specs/vendor/dialect.ts'
import type { OwnOperation } from '../../specs/vendor/own-operation.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Args, OwnVerb, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Message } from '../../specs/wire/wire.ts'
import { effectOf } from '../actors/effect-of.ts'
import type { Case } from '../case/case.ts'

/** A call that succeeds, and changes nothing or nothing that anybody misses. */
export interface HarmlessCall {
  readonly operation: string
  readonly input: Json
  readonly verb: Verb
  readonly method: string
  /** whether it leaves anything behind, which nobody may where nothing is to be written */
  readonly access: Case['access']
  /** what it does can be done only once */
  readonly once?: true
  /** the header that names the operation; undefined where the path does */
  readonly naming?: string
}

/**
 * The call that the protocol cases spoil: one with a body where there is any, so that the body can be spoiled,
 * too. Undefined for a vendor without one.
 */
export function harmlessCall(vendor: Vendor): HarmlessCall | undefined {
  const calls = [
    callOf(vendor, 'getOrganization', {}),
    ...vendor.own.map((own) => ownCall(vendor, own)),
  ].filter((call) => call !== undefined)
  const chosen = calls.find(({ message }) => message.body !== '') ?? calls[0]
  if (chosen === undefined) return undefined
  const { message, ...call } = chosen
  const naming = namingHeader(message, call.operation)
  return { ...call, ...(naming !== undefined && { naming }) }
}

type Encoded = HarmlessCall & { readonly message: Message }

const callOf = <V extends Verb>(vendor: Vendor, verb: V, args: Args<V>): Encoded | undefined => {
  const row = rowOf(vendor.dialect, verb)
  if (row === undefined) return undefined
  const { operation } = row
  const input = row.args.write(args)
  const message = vendor.wire.encode(operationOf(vendor.contract, operation), input)
  const access = effectOf(vendor, verb).kind === 'none' ? 'read' : 'write'
  return { operation, input, verb, method: message.method, access, message }
}

const ownCall = <V extends OwnVerb>(
  vendor: Vendor,
  { verb, harmless }: OwnOperation<V>,
): Encoded | undefined => {
  if (harmless === undefined) return undefined
  const { args, ...often } = harmless
  const call = callOf(vendor, verb, args)
  return call && { ...call, ...often }
}

/** The header of a message that names its operation; undefined where the path does. */
const namingHeader = ({ headers }: Message, operation: string): string | undefined =>
  Object.keys(headers).find((name) => headers[name]?.endsWith(operation) === true)
