import { operationOf, type Operation } from '../../specs/contract/contract.ts'
import type { Json } from '../../specs/contract/json.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Answer, Message, SignedHeadersOf } from '../../specs/wire/wire.ts'
import { NotSent, NotSettled } from '../verdict/cannot-go-on.ts'
import { acquaint, type Acquaintance } from './acquaintance.ts'
import type { Connection } from './connection.ts'
import { contractValidator, type ContractValidator, type Violation } from './contract-validator.ts'
import { lostText, type Interaction, type LostReply } from './interaction.ts'
import { redactionOf, redactionWith } from './redaction.ts'
import type { Stop } from './stop.ts'
import { namesIn, type Principal, type Target } from './target.ts'
import type { Exchange, Transcript } from './transcript.ts'
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
  /** the region it is signed for; the target's when absent */
  readonly region?: string
  /** which headers are signed, in which order; those of the vendor's clients when absent */
  readonly signedHeaders?: SignedHeadersOf
}

/** Speaks a vendor's protocol with one endpoint. */
export interface Client {
  readonly vendor: Vendor
  /** Throws `NotSettled` once the run is stopped (`NotSent` where nothing was sent), and (our own mistake) when it is not deliberate and breaks the contract. */
  readonly call: (who: Principal, call: Call) => Promise<Interaction>
  /**
   * whether an input breaks the contract there by our own mistake: what the endpoint itself answered, or the target
   * names, is sent on as it came
   */
  readonly isOwn: (violation: Violation) => boolean
  /** whether an input breaks the contract anywhere */
  readonly breaks: (operation: string, input: Json) => boolean
}

/** Who wants to know how answers keep the contract. */
export interface AnswerWatch {
  /** the answer to a valid request, and where it breaks the contract */
  readonly answered: (interaction: Interaction) => void
  /** a value of an answer that no input may hold */
  readonly unsayable: (exchange: Exchange, violation: Violation) => void
}

/** What a client is made of; clock and pause are injected. */
export interface ClientParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly connection: Connection
  readonly transcript: Transcript
  readonly now: () => number
  readonly pause: (milliseconds: number) => Promise<void>
  /** absent for a client that goes on when the run is stopped */
  readonly stop?: Stop
  readonly watch?: AnswerWatch
}

/** Waits before the tries that follow a passing refusal, in milliseconds. */
const retryWaits = [50, 150, 450, 1350]

/** A client of the target. */
export function openClient(parts: ClientParts): Client {
  const { vendor, watch, stop } = parts
  const validator = contractValidator(vendor.contract)
  const once = exchanger(parts, validator)
  const sourceOf = sourceFinder(parts)
  return {
    vendor,
    isOwn: (violation) => sourceOf(violation) === 'suite',
    breaks: (operation, input) =>
      validator.input(operationOf(vendor.contract, operation), input).length > 0,
    call: async (who, call) => {
      if (call.deliberate !== true) {
        const operation = operationOf(vendor.contract, call.operation)
        ensureValid(call, validator.input(operation, call.input), { sourceOf, watch })
      }
      if (isOver(stop)) throw new NotSent(stopped)
      let repeated = {}
      for (const wait of retryWaits) {
        const interaction = await once(who, call)
        if (!isTransient(vendor, interaction.reply)) return { ...interaction, ...repeated }
        repeated = { repeated: true }
        await parts.pause(wait)
        ensureGoing(stop)
      }
      return { ...(await once(who, call)), ...repeated }
    },
  }
}

/** One exchange: signed, sent, recorded, understood. */
const exchanger = (parts: ClientParts, validator: ContractValidator): Client['call'] => {
  const { vendor, transcript, watch, stop } = parts
  const ask = patientLine(parts)
  const understand = understanding(parts, ask)
  const redact = redactionOf(parts.target)
  const understood = async (
    operation: Operation,
    exchange: Exchange,
    came: Came,
  ): Promise<Interaction['reply']> =>
    'answer' in came ? understand(operation, came.answer, redactionWith(redact, [exchange])) : came
  return async (who, call) => {
    const operation = served(parts.target, operationOf(vendor.contract, call.operation))
    const message = await signed(parts, who, { ...call, operation })
    const at = parts.now()
    const came = await ask(message, writes(vendor, call) ? stop?.late : stop?.now)
    const took = parts.now() - at
    const asked = { account: who.account, operation: call.operation, request: message, at, took }
    const exchange = transcript.record({ ...asked, ...recordedOf(came) })
    // what a stop cut short shows nothing of the endpoint
    if (exchange.answer === undefined) ensureGoing(stop)
    const reply = await understood(operation, exchange, came)
    // to understand it may have taken a question that the stop cut short
    if (reply.kind === 'garbled') ensureGoing(stop)
    const interaction = {
      exchange,
      reply,
      violations: violationsOf(vendor, validator, { call, reply }),
    }
    // what a broken request was answered may be as broken
    if (call.deliberate !== true) watch?.answered(interaction)
    return interaction
  }
}

const stopped = 'the run was stopped'

const isOver = (stop: Stop | undefined): boolean => stop?.now.aborted === true

const ensureGoing = (stop: Stop | undefined): void => {
  if (isOver(stop)) throw new NotSettled(stopped)
}

/** What is not known to read may write. */
const writes = ({ requestTemplates }: Vendor, { operation }: Call): boolean =>
  requestTemplates[operation]?.writes ?? true

/** The operation where the target serves it. */
const served = ({ paths = {} }: Target, operation: Operation): Operation => {
  const path = paths[operation.name]
  return path === undefined ? operation : { ...operation, path }
}

/** After so many lost answers in a row nobody is there; further calls are lost at once. */
const patience = 8

type Came = { readonly answer: Answer } | LostReply
type Ask = (message: Message, signal: AbortSignal | undefined) => Promise<Came>

/** A line that gives up when nobody answers any more, so that no run waits for every deadline. */
const patientLine = ({ connection }: ClientParts): Ask => {
  let lostInARow = 0
  return async (message, signal) => {
    if (lostInARow >= patience) {
      return { kind: 'lost', problem: 'given-up', detail: `no answer ${patience} times in a row` }
    }
    const came = await connection.send(message, signal)
    lostInARow = 'problem' in came ? lostInARow + 1 : 0
    return 'problem' in came ? { kind: 'lost', ...came } : { answer: came }
  }
}

const recordedOf = (came: Came): Pick<Exchange, 'answer' | 'lost'> =>
  'answer' in came ? came : { lost: lostText(came) }

const signed = async (
  { vendor, target, now }: ClientParts,
  who: Principal,
  call: Omit<Call, 'operation'> & { readonly operation: Operation },
): Promise<Message> => {
  const plain = vendor.wire.encode(call.operation, call.input)
  const named = nameCaller(plain, target, who)
  const message = await vendor.wire.sign(call.before?.(named) ?? named, new URL(target.endpoint), {
    credentials: who.credentials,
    region: call.region ?? target.region,
    at: call.at ?? new Date(now()),
    ...(call.signedHeaders && { signedHeaders: call.signedHeaders }),
  })
  return call.after?.(message) ?? message
}

/** Puts the name of the caller where the target looks for it. */
const nameCaller = (message: Message, { accounts }: Target, who: Principal): Message => {
  if (accounts.mode === 'fixed' || accounts.by === 'access-key') return message
  return { ...message, headers: { ...message.headers, [accounts.by.header]: who.account } }
}

/** Reads answers; strangers are asked only where accounts are free and writing is harmless. */
const understanding = (parts: ClientParts, ask: Ask): Acquaintance => {
  const { vendor, target } = parts
  const { accounts } = target
  if (accounts.mode === 'fixed' || target.readOnly) {
    return async (operation, answer, show) => vendor.wire.decode(operation, answer, show)
  }
  const account = vendor.mintAccount(0n)
  const accessKey = accounts.by === 'access-key' ? account : accounts.credentials.accessKey
  const stranger = { account, credentials: { ...accounts.credentials, accessKey } }
  return acquaint(vendor, async (operation, input) => {
    const came = await ask(await signed(parts, stranger, { operation, input }), parts.stop?.now)
    return 'answer' in came ? came.answer : undefined
  })
}

/** Whose value it is that breaks the contract: ours, the target's, or that of an answer. */
type Source = 'suite' | 'target' | Exchange

const sourceFinder =
  ({ target, transcript }: ClientParts) =>
  ({ value }: Violation): Source => {
    if (typeof value !== 'string' && typeof value !== 'number') return 'suite'
    const text = String(value)
    return transcript.whereShown(text) ?? (namesIn(target).includes(text) ? 'target' : 'suite')
  }

interface Judging {
  readonly sourceOf: (violation: Violation) => Source
  readonly watch: AnswerWatch | undefined
}

const ensureValid = (
  { operation }: Call,
  violations: readonly Violation[],
  { sourceOf, watch }: Judging,
): void => {
  for (const violation of violations) {
    const source = sourceOf(violation)
    if (source === 'suite') {
      const { pointer, message } = violation
      throw new Error(`our own ${operation} breaks the contract at ${pointer}: ${message}`)
    }
    if (source !== 'target') watch?.unsayable(source, violation)
  }
}

const violationsOf = (
  vendor: Vendor,
  validator: ContractValidator,
  { call, reply }: { readonly call: Call; readonly reply: Interaction['reply'] },
): Interaction['violations'] =>
  reply.kind === 'output'
    ? validator.output(operationOf(vendor.contract, call.operation), reply.output)
    : []
