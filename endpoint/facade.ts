import { statusOf } from '../specs/contract/contract.ts'
import { modelContextOf } from '../specs/vendor/model-context.ts'
import { idsOf, newRequestId, type Random } from '../specs/vendor/new-id.ts'
import { behaviourWithStrangers } from '../specs/vendor/reference-endpoint.ts'
import { rulesOf } from '../specs/vendor/rules-of.ts'
import type { Vendor } from '../specs/vendor/vendor.ts'
import type { RefusalName } from '../specs/vocabulary/refusal-name.ts'
import type { Answer, Message, MessageHead, Serving, WireProblem } from '../specs/wire/wire.ts'
import type { Fault } from './fault.ts'
import { honestSteps } from './honest-steps.ts'
import { keysOf } from './keys.ts'
import { type Perform, performer } from './perform.ts'
import type { Refused, Steps } from './steps.ts'
import { openStore } from './store.ts'
import { openTroubles, type Troubles } from './troubles.ts'
import type { Deliver, Variant } from './variant.ts'
import { variedClock, variedDeliver, variedSteps } from './vary.ts'

/** A vendor's service as a function from messages to answers, with a world of its own. */
export interface Facade {
  /** never rejects: what goes wrong inside is answered with the vendor's internal error and noted */
  readonly answer: (message: Message) => Promise<Answer>
  /** the answer, and how it travels */
  readonly deliver: Deliver
  /** whether a head names an access key that somebody has; nobody else's body is worth keeping */
  readonly knows: (head: MessageHead) => boolean
  /** the answer to a message that was too large to be read */
  readonly tooLarge: () => Answer
  /** the answer to a message that there was no room for: come again */
  readonly busy: () => Answer
  readonly troubles: () => readonly string[]
}

/** What a façade needs besides the vendor: time, chance, and which mistake to make, if any. */
export interface FacadeOptions {
  readonly clock: () => number
  readonly random: Random
  readonly fault?: Fault
  /** in what it is of other make, one on top of the other; a fault comes on top of them all */
  readonly variants?: readonly Variant[]
  /** the regions it serves, where the vendor's scheme signs one; the vendor's own unless said */
  readonly regions?: readonly string[]
}

interface Parts {
  readonly vendor: Vendor
  readonly steps: Steps
  readonly perform: Perform
  readonly troubles: Troubles
  readonly serving: () => Serving
  readonly requestId: () => string
  readonly vary: (deliver: Deliver) => Deliver
}

/** Opens the service of a vendor over an empty world. */
export function openFacade(vendor: Vendor, options: FacadeOptions): Facade {
  const parts = partsOf(vendor, options)
  const safely = async (answering: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await answering()
    } catch (error) {
      return broken(parts, error)
    }
  }
  const keys = keysOf(vendor.referenceEndpoint)
  const deliver = parts.vary(async (message) => ({
    answer: await safely(() => answer(parts, message)),
  }))
  return {
    deliver,
    answer: async (message) => (await deliver(message)).answer,
    knows: (head) => keys(vendor.wire.claimant(head) ?? '') !== undefined,
    busy: () => busy(parts),
    tooLarge: () => refuse(parts, { refusal: 'wire.too-large', detail: 'the body is too large' }),
    troubles: parts.troubles.list,
  }
}

const partsOf = (vendor: Vendor, options: FacadeOptions): Parts => {
  const { random, fault, variants = [], regions = [vendor.region] } = options
  const clock = variedClock(variants, options.clock)
  const setting = { vendor, clock, random }
  const varied = variedSteps(variants, honestSteps(vendor), setting)
  const steps = { ...varied, ...fault?.alter(varied, vendor) }
  const { referenceEndpoint } = vendor
  const behaviour = behaviourWithStrangers(referenceEndpoint, 'example.com')
  const rules = rulesOf(vendor, behaviour, referenceEndpoint.limits)
  const newId = idsOf(referenceEndpoint.ids, random)
  const known = modelContextOf(vendor)
  const store = openStore(steps.decide, () => ({ now: clock(), newId, rules, ...known }))
  return {
    vendor,
    steps,
    serving: () => ({ now: new Date(clock()), regions }),
    perform: performer(vendor, steps, store),
    troubles: openTroubles(),
    requestId: () => newRequestId(random),
    vary: (deliver) => variedDeliver(variants, deliver, setting),
  }
}

/** Who asks; a question that nobody can be trusted with is refused as this service does it. */
const tellIdentity = async (parts: Parts, message: Message): Promise<Answer> => {
  const { identity } = parts.vendor
  const sender = await parts.steps.identify(message, parts.serving())
  // every access key is an account
  if (!('problem' in sender)) return identity.answer(sender.accessKey, message, parts.requestId())
  return identity.refuse?.(sender, parts.requestId()) ?? refuse(parts, onTheWire(sender))
}

/** verify, hear, decide, answer: the mirror image of a client's encode, sign, send, decode. */
const answer = async (parts: Parts, message: Message): Promise<Answer> => {
  const { steps, vendor } = parts
  if (vendor.identity.serves(message)) return tellIdentity(parts, message)
  const sender = await steps.verify(message, parts.serving())
  if ('problem' in sender) return steps.frame(refuse(parts, onTheWire(sender)), undefined)
  const heard = steps.hear(message)
  if ('problem' in heard) return steps.frame(refuse(parts, onTheWire(heard)), undefined)
  const outcome = parts.perform(heard, sender.accessKey)
  const answered =
    'refusal' in outcome
      ? refuse(parts, outcome)
      : vendor.wire.answer(heard.operation, outcome.output, parts.requestId())
  return steps.frame(answered, heard)
}

const onTheWire = ({ problem, detail }: WireProblem): Refused => ({
  refusal: problem as RefusalName,
  detail,
})

const refuse = (parts: Parts, refused: Refused): Answer => {
  const error = parts.steps.explain(refused)
  if (error !== undefined) return parts.vendor.wire.refuse(error, parts.requestId())
  const { refusal, detail, operation = 'any operation' } = refused
  return broken(parts, `${operation} declares no code for ${refusal} (${detail})`)
}

/** The first code for what passes by waiting that every operation may answer. */
const busy = (parts: Parts): Answer => {
  const { contract, refusals, wire } = parts.vendor
  const code = refusals.transient.find((name) => refusals.common.includes(name.code))?.code
  if (code === undefined) return broken(parts, 'no code says that the endpoint is busy')
  const status = statusOf(contract, code) ?? 429
  const message = 'too many bodies are on their way at once'
  return wire.refuse({ status, code, message }, parts.requestId())
}

const broken = ({ vendor, troubles, requestId }: Parts, trouble: unknown): Answer => {
  troubles.note(trouble)
  const error = {
    ...vendor.referenceEndpoint.internalError,
    message: 'the endpoint itself is wrong here',
  }
  return vendor.wire.refuse(error, requestId())
}
