import { operationOf, type Operation } from '../specs/contract.ts'
import type { Json } from '../specs/json.ts'
import type { Vendor } from '../specs/vendor.ts'
import type { Answer, Message } from '../specs/wire/wire.ts'
import { acquaint, type Acquaintance } from './acquaintance.ts'
import { contractValidator, type ContractValidator } from './contract-validator.ts'
import type { Line } from './exchange.ts'
import { redactionOf, redactionWith } from './redaction.ts'
import type { Talk } from './talk.ts'
import type { Principal, Target } from './target.ts'
import type { Transcript } from './transcript.ts'
import { isTransient } from './transient.ts'

/** A call of an operation, and in what it may differ from an ordinary one. */
export interface Call {
  readonly operation: string
  readonly input: Json
  /** the input breaks the contract on purpose */
  readonly deliberate?: boolean
  /** changes the message before it is signed */
  readonly before?: (message: Message) => Message
  /** changes the message after it was signed */
  readonly after?: (message: Message) => Message
  /** when it is signed; now when absent */
  readonly at?: Date
}

/** Speaks a vendor's protocol with one endpoint. */
export interface Client {
  readonly vendor: Vendor
  readonly call: (who: Principal, call: Call) => Promise<Talk>
}

/** What a client is made of; clock and pause are injected. */
export interface ClientParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly line: Line
  readonly transcript: Transcript
  readonly now: () => number
  readonly pause: (milliseconds: number) => Promise<void>
  readonly signal?: AbortSignal
}

/** Waits before the tries that follow a passing refusal, in milliseconds. */
const retryWaits = [50, 150, 450, 1350]

/** A client of the target. Throws (our own mistake) when a call that is not deliberate breaks the contract. */
export function openClient(parts: ClientParts): Client {
  const validator = contractValidator(parts.vendor.contract)
  const ask = patientLine(parts)
  const understand = understanding(parts, ask)
  const redact = redactionOf(parts.target)
  const once = async (who: Principal, call: Call): Promise<Talk> => {
    const operation = served(parts.target, operationOf(parts.vendor.contract, call.operation))
    const message = await signed(parts, who, { ...call, operation })
    const at = parts.now()
    const came = await ask(message)
    const exchange = parts.transcript.record({
      account: who.account,
      operation: call.operation,
      request: message,
      at,
      took: parts.now() - at,
      ...came,
    })
    const reply: Talk['reply'] =
      exchange.answer === undefined
        ? { kind: 'lost', problem: exchange.lost ?? 'no answer' }
        : await understand(operation, exchange.answer, redactionWith(redact, [exchange]))
    return { exchange, reply, violations: violationsOf(parts.vendor, validator, { call, reply }) }
  }
  return {
    vendor: parts.vendor,
    call: async (who, call) => {
      if (call.deliberate !== true) ensureValid(parts.vendor, validator, call)
      for (const wait of retryWaits) {
        const talk = await once(who, call)
        if (!isTransient(parts.vendor, talk.reply)) return talk
        await parts.pause(wait)
      }
      return once(who, call)
    },
  }
}

/** The operation where the target serves it. */
const served = ({ paths = {} }: Target, operation: Operation): Operation => {
  const path = paths[operation.name]
  return path === undefined ? operation : { ...operation, path }
}

/** After so many lost answers in a row nobody is there; further calls are lost at once. */
const patience = 8

type Came = { readonly answer: Answer } | { readonly lost: string }

/** A line that gives up when nobody answers any more, so that no run waits for every deadline. */
const patientLine = ({ line, signal }: ClientParts): ((message: Message) => Promise<Came>) => {
  let lostInARow = 0
  return async (message) => {
    if (lostInARow >= patience) return { lost: `given-up: no answer ${patience} times in a row` }
    const came = await line.send(message, signal)
    lostInARow = 'problem' in came ? lostInARow + 1 : 0
    return 'problem' in came ? { lost: `${came.problem}: ${came.detail}` } : { answer: came }
  }
}

const signed = async (
  { vendor, target, now }: ClientParts,
  who: Principal,
  call: Omit<Call, 'operation'> & { readonly operation: Operation },
): Promise<Message> => {
  const plain = vendor.wire.encode(call.operation, call.input)
  const named = nameCaller(plain, target, who)
  const message = await vendor.wire.sign(call.before?.(named) ?? named, new URL(target.endpoint), {
    credentials: who.credentials,
    region: target.region,
    at: call.at ?? new Date(now()),
  })
  return call.after?.(message) ?? message
}

/** Puts the name of the caller where the target looks for it. */
const nameCaller = (message: Message, { accounts }: Target, who: Principal): Message => {
  if (accounts.mode === 'fixed' || accounts.by === 'access-key') return message
  return { ...message, headers: { ...message.headers, [accounts.by.header]: who.account } }
}

/** Reads answers; strangers are asked only where accounts are free and writing is harmless. */
const understanding = (
  parts: ClientParts,
  ask: (message: Message) => Promise<Came>,
): Acquaintance => {
  const { vendor, target } = parts
  const { accounts } = target
  if (accounts.mode === 'fixed' || target.readOnly) {
    return async (operation, answer, show) => vendor.wire.decode(operation, answer, show)
  }
  const account = vendor.mintAccount(0n)
  const accessKey = accounts.by === 'access-key' ? account : accounts.credentials.accessKey
  const stranger = { account, credentials: { ...accounts.credentials, accessKey } }
  return acquaint(vendor, async (operation, input) => {
    const came = await ask(await signed(parts, stranger, { operation, input }))
    return 'answer' in came ? came.answer : undefined
  })
}

const ensureValid = (vendor: Vendor, validator: ContractValidator, call: Call): void => {
  const [violation] = validator.input(operationOf(vendor.contract, call.operation), call.input)
  if (violation === undefined) return
  throw new Error(
    `our own ${call.operation} breaks the contract at ${violation.pointer}: ${violation.message}`,
  )
}

const violationsOf = (
  vendor: Vendor,
  validator: ContractValidator,
  { call, reply }: { readonly call: Call; readonly reply: Talk['reply'] },
): Talk['violations'] =>
  reply.kind === 'output'
    ? validator.output(operationOf(vendor.contract, call.operation), reply.output)
    : []
