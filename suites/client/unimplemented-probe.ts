import { operationOf, type Operation } from '../../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { rowOf } from '../../specs/vendor/dialect.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { mayDeny, withAnswerToNothing } from '../../specs/wire/unimplemented.ts'
import type { Answer, Reply, Show, Wire } from '../../specs/wire/wire.ts'

/** Asks an operation once, as an account that nobody knows; undefined when no answer came. */
export type AskStranger = (operation: Operation, input: Json) => Promise<Answer | undefined>

/** How an answer is read: what it was asked with, and what is shown of it. */
export interface Reading {
  /** the request was meant to be refused */
  readonly deliberate: boolean
  readonly show: Show
}

/** Reads answers, knowing how this very endpoint says that it does not offer an operation. */
export type ReadReply = (operation: Operation, answer: Answer, reading: Reading) => Promise<Reply>

const isProper = ({ kind }: Reply): boolean => kind === 'output' || kind === 'refusal'

const isCrash = (reply: Reply): boolean => reply.kind === 'garbled' && mayDeny(reply)

const yes = Promise.resolve(true)

/** An operation that no vendor has. */
const nothing = 'OrgproofAsksForNothing'

/**
 * Some endpoints answer a missing operation with the page of any crash. What they answer to a made-up
 * operation tells: the same page to a valid request then means that the operation is missing, unless it has answered
 * anything else, or a plain question properly. A broken request shows nothing of that. Both are asked at most once, and only when such a page comes at all, so that a verdict
 * never depends on which case was played first.
 */
export function probeUnimplemented(vendor: Vendor, ask: AskStranger): ReadReply {
  let learned: Promise<Wire> | undefined
  const offered = new Map<string, Promise<boolean>>()
  const learn = async (operation: Operation): Promise<Wire> => {
    const answer = await ask({ ...operation, name: nothing, path: `/${nothing}` }, {})
    return answer === undefined
      ? vendor.wire
      : withAnswerToNothing(vendor.wire, { operation: nothing, answer })
  }
  let settled: Promise<unknown> | undefined
  const isOffered = async (operation: Operation): Promise<boolean> => {
    await (settled ??= settleDown(vendor, ask))
    for (const input of plainInputs(vendor, operation)) {
      const answer = await ask(operation, input)
      const reply = answer && vendor.wire.decode(operation, answer)
      if (reply !== undefined && isProper(reply)) return true
    }
    return false
  }
  return async (operation, answer, { deliberate, show }) => {
    const plain = vendor.wire.decode(operation, answer, show)
    if (isProper(plain)) offered.set(operation.name, yes)
    if (deliberate || !isCrash(plain)) return plain
    const reply = (await (learned ??= learn(operation))).decode(operation, answer, show)
    if (reply.kind !== 'unimplemented') return plain
    const known = offered.get(operation.name) ?? isOffered(operation)
    offered.set(operation.name, known)
    return (await known) ? plain : reply
  }
}

/** The stranger founds an organization, so that a plain question comes past the door. */
const settleDown = async ({ dialect, contract }: Vendor, ask: AskStranger): Promise<void> => {
  const row = rowOf(dialect, 'createOrganization')
  if (row === undefined) return
  await ask(operationOf(contract, row.operation), row.args.write({ features: 'all' }))
}

/** Nothing, the required members, every member: with something plain in them that need not be valid. */
const plainInputs = (vendor: Vendor, { name, input }: Operation): readonly JsonObject[] => {
  const schema = input['properties'] ?? {}
  const members = isObject(schema) ? schema : {}
  const required = Array.isArray(input['required']) ? (input['required'] as string[]) : []
  const plain = (names: readonly string[]): JsonObject =>
    Object.fromEntries(
      names.map((member) => {
        const unknown = vendor.requestTemplates[name]?.references?.[member]?.unknown ?? ''
        return [member, vendor.profile.unknown[unknown] ?? plainValue(members[member])]
      }),
    )
  return [{}, plain(required), plain(Object.keys(members))]
}

const plainValue = (schema: Json | undefined): Json => {
  const type = isObject(schema ?? null) ? (schema as JsonObject)['type'] : undefined
  if (type === 'integer' || type === 'number') return 1
  if (type === 'array') return []
  return type === 'object' ? {} : 'orgproof'
}
