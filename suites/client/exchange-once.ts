import { operationOf, type Operation } from '../../specs/contract/contract.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { NotSettled } from '../verdict/cannot-go-on.ts'
import { isSpoiled, type Call } from './call.ts'
import type { AnswerWatch, ClientParts } from './client-parts.ts'
import type { ContractValidator } from './contract-validator.ts'
import { expiryIn } from './expiry.ts'
import { framingOf } from './framing.ts'
import { lostText, type Interaction, type LostReply } from './interaction.ts'
import { isLoopback } from './loopback.ts'
import { patientConnection, type SendMessage, type AnswerOrLoss } from './patient-connection.ts'
import { replyReader } from './read-reply.ts'
import { redactionOf, redactionWith } from './redaction.ts'
import { expiredOf } from './renewal.ts'
import { signedCall, type FoundCall } from './sign-call.ts'
import { ensureGoing } from './stop.ts'
import type { Principal, Target } from './target.ts'
import type { Exchange } from './transcript.ts'
import { troubleOf } from './trouble.ts'
import { withUserAgent } from './user-agent.ts'

/** One exchange, never repeated: signed, sent, recorded, understood. Throws `NotSettled` once the run is stopped. */
export function exchanger(
  parts: ClientParts,
  validator: ContractValidator,
): (who: Principal, call: Call) => Promise<Interaction> {
  const { vendor, target, watch, stop } = parts
  const { deadline, concurrency, endpoint } = target
  // what is on this machine has no reason to be slow; of a service elsewhere nobody knows
  const near = isLoopback(new URL(endpoint)) && { connections: concurrency }
  const ask = patientConnection(parts.connection, { now: parts.now, deadline, ...near })
  const read = replyReader(parts, ask)
  const redact = parts.redact ?? redactionOf(target)
  const once = async (who: Principal, call: FoundCall): Promise<Heard> => {
    const { exchange, came } = await recorded(parts, ask, { who, call })
    if ('problem' in came) return { exchange, reply: lost(parts, exchange, came) }
    const reading = {
      deliberate: call.deliberate === true,
      show: redactionWith(redact, [exchange]),
    }
    return { exchange, reply: await read(call.operation, came, reading) }
  }
  const asGood = goodFor(parts, once)
  return async (who, call) => {
    const operation = served(target, operationOf(vendor.contract, call.operation))
    const { exchange, reply } = await asGood(who, { ...call, operation })
    // to understand it may have taken a question that the stop cut short
    if (reply.kind === 'garbled') ensureGoing(stop)
    const violations = reply.kind === 'output' ? validator.output(operation, reply.output) : []
    const interaction = { exchange, reply, violations }
    if (watch !== undefined) tell(watch, call, { vendor, operation, interaction })
    return interaction
  }
}

/** Tells whoever watches what came of a call. */
const tell = (watch: AnswerWatch, call: Call, { vendor, operation, interaction }: Told): void => {
  const { exchange, reply } = interaction
  // what a broken request was answered may be as broken
  if (call.deliberate !== true) watch.answered(interaction)
  if (isSpoiled(call)) return
  watch.heard(exchange, reply, troubleOf(vendor, reply))
  const framing = framingOf(vendor, operation, reply)
  if (framing !== undefined) watch.framed(exchange, framing)
}

interface Told {
  readonly vendor: Vendor
  readonly operation: Operation
  readonly interaction: Interaction
}

/** Asks with credentials that are good: where those of a principal have expired, nothing was done, and it is asked again. */
const goodFor =
  (parts: ClientParts, once: Once): Once =>
  async (who, call) => {
    const { vendor, renewal, transcript } = parts
    if (renewal === undefined) return once(who, call)
    const signer = await renewal.current(who)
    const heard = await once(signer, call)
    const expiry = expiryIn(vendor, signer, { call, reply: heard.reply })
    if (expiry === undefined) return heard
    const fresh = await renewal.renewed(signer, expiry)
    const { id } = heard.exchange
    if (fresh === undefined) throw new NotSettled(expiredOf(who), [id])
    const denied = denialOf(parts, who, call.operation.name)
    if (denied !== undefined) throw new NotSettled(denied, [id])
    transcript.forget([id])
    return once(fresh, call)
  }

/** Why a write is not sent; undefined where it is, or only reads: each time that it is sent counts. Whoever takes back is `enduring`. */
export function denialOf(
  { vendor, allowance, enduring }: ClientParts,
  { account }: Principal,
  operation: string,
): string | undefined {
  if (!writes(vendor, operation)) return undefined
  return allowance?.deny({ account, operation, undoing: enduring === true })
}

/** An exchange as far as it was understood. */
type Heard = Pick<Interaction, 'exchange' | 'reply'>
type Once = (who: Principal, call: FoundCall) => Promise<Heard>

/** That no answer came. */
const lost = ({ stop, watch }: ClientParts, exchange: Exchange, came: LostReply): LostReply => {
  // what a stop cut short shows nothing of the endpoint
  ensureGoing(stop)
  if (came.problem === 'too-large') watch?.unbounded(exchange.operation, came.detail, exchange)
  return came
}

/** Signs and sends a call, and records what came. */
const recorded = async (
  parts: ClientParts,
  ask: SendMessage,
  { who, call }: { readonly who: Principal; readonly call: FoundCall },
): Promise<{ readonly exchange: Exchange; readonly came: AnswerOrLoss }> => {
  const { vendor, transcript, stop } = parts
  const message = await signedCall(parts, who, call)
  const at = parts.now()
  const signal = writes(vendor, call.operation.name) ? stop?.late : stop?.now
  const came = await ask(withUserAgent(parts, message, call.case), signal)
  const took = parts.now() - at
  const operation = call.operation.name
  const asked = { account: who.account, operation, request: message, at, took }
  const outcome = 'problem' in came ? { lost: lostText(came) } : { answer: came.answer }
  return { exchange: transcript.record({ ...asked, ...outcome }), came }
}

/** Whether an operation may write: what is not known to read does. */
export function writes({ requestTemplates }: Vendor, operation: string): boolean {
  return requestTemplates[operation]?.writes ?? true
}

/** The operation where the target serves it. */
const served = ({ paths = {} }: Target, operation: Operation): Operation => {
  const path = paths[operation.name]
  return path === undefined ? operation : { ...operation, path }
}
