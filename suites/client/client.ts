import { operationOf, type Operation } from '../../specs/contract/contract.ts'
import type { Json } from '../../specs/contract/json.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { NotSent } from '../verdict/cannot-go-on.ts'
import { backoffFor } from './backoff.ts'
import { isSpoiled, type Call } from './call.ts'
import type { ClientParts } from './client-parts.ts'
import { contractValidator, type Violation } from './contract-validator.ts'
import type { Repeatable } from './course.ts'
import { endlessLists, mostPages, type EndlessLists } from './endless-lists.ts'
import { denialOf, exchanger, writes } from './exchange-once.ts'
import { inThousands } from './in-thousands.ts'
import type { Interaction } from './interaction.ts'
import { limiterFor, type Limiter } from './limiter.ts'
import { consistencyOf, patienceOf } from './patience.ts'
import { randomFrom } from './random.ts'
import { repeater } from './repeat.ts'
import { whyOver } from './stop.ts'
import { isBusy } from './swamp.ts'
import { openTally, type TallyCounts } from './tally.ts'
import type { Principal, Target } from './target.ts'
import { showsNothing } from './trouble.ts'
import { ensureValid, sourceFinder } from './value-source.ts'

/** Speaks a vendor's protocol with one endpoint. */
export interface Client {
  readonly vendor: Vendor
  /** Throws `NotSettled` once the run is stopped (`NotSent` where nothing was sent, as when the endpoint is only busy), and (our own mistake) when it is not deliberate and breaks the contract. */
  readonly call: (who: Principal, call: Call) => Promise<Interaction>
  /**
   * whether an input breaks the contract there by our own mistake: what the endpoint itself answered, or the target
   * names, is sent on as it came
   */
  readonly isOwn: (violation: Violation) => boolean
  /** whether an input breaks the contract anywhere */
  readonly breaks: (operation: string, input: Json) => boolean
  /** how many calls there were so far, and how they went */
  readonly counts: () => TallyCounts
  /** nothing but busy answers comes any more: nothing is sent, each call is `NotSent` */
  readonly isSwamped: () => boolean
}

/** Why no further page of a list is asked for, in words for people. */
const endless = `${inThousands(mostPages)} pages of lists that did not end`

/** A client of the target. */
export function openClient(parts: ClientParts): Client {
  const { vendor, watch, target } = parts
  const validator = contractValidator(vendor.contract)
  const sourceOf = sourceFinder(parts)
  const backoff = backoffFor(target)
  const limiter = parts.limiter ?? limiterFor(target, parts)
  const once = exchanger({ ...parts, limiter }, validator)
  const tally = openTally()
  const lists = endlessLists()
  const random = randomFrom(parts.seed ?? 0)
  const free = target.accounts.mode === 'any'
  const listedWithin = free && consistencyOf(target) === 'immediate' ? 0 : listingOf(target)
  const repeating = repeater({ ...parts, backoff, limiter, tally, random, listedWithin, free })
  const breaks: Client['breaks'] = (operation, input) =>
    validator.input(operationOf(vendor.contract, operation), input).length > 0
  return {
    vendor,
    isOwn: (violation) => sourceOf(violation) === 'suite',
    breaks,
    counts: tally.counts,
    isSwamped: limiter.isSwamped,
    call: async (who, call) => {
      const operation = operationOf(vendor.contract, call.operation)
      if (call.deliberate !== true) {
        ensureValid(validator.input(operation, call.input), { operation, sourceOf, watch })
      }
      ensureOpen(parts, { limiter, lists }, { operation, input: call.input, who })
      const asked = {
        operation: operation.name,
        lookUp: call.lookUp,
        ...guarded(parts, who, operation.name),
        ...(isRefusable(call, breaks) && { harmless: true }),
      }
      const interaction = await repeating(asked, () => once(who, call))
      lists.heard(operation, call.input, interaction.reply)
      if (!isSpoiled(call)) noteUnreadable(parts, interaction)
      return interaction
    },
  }
}

/**
 * Milliseconds within which what was written is listed: accounts that are not ours are not left to what the target says
 * of its consistency.
 */
const listingOf = (target: Target): number => patienceOf(target).listing * 1000

/** Tells of what is no answer of the protocol, and was none each time that it was asked for. */
const noteUnreadable = (
  { vendor, watch }: ClientParts,
  { exchange, reply, untold }: Interaction,
): void => {
  if (reply.kind !== 'garbled' || untold === true || showsNothing(vendor, reply)) return
  watch?.framed(exchange, [{ of: 'readable', says: reply.problem }])
}

/** What is known of an endpoint that gives a call no hope. */
interface Hopes {
  readonly limiter: Limiter
  readonly lists: EndlessLists
}

/** What is about to be sent, and as whom. */
interface Meant {
  readonly operation: Operation
  readonly input: Json
  readonly who: Principal
}

/** Throws where nothing is sent any more, or not this. */
const ensureOpen = (
  { stop, enduring, watch, renewal }: ClientParts,
  { limiter, lists }: Hopes,
  { operation, input, who }: Meant,
): void => {
  const over = whyOver(stop) ?? renewal?.whyVain(who)
  if (over !== undefined) throw new NotSent(over)
  if (limiter.isSwamped() && enduring !== true) throw new NotSent(isBusy)
  if (!lists.isVain(operation, input)) return
  watch?.unbounded(operation.name, endless)
  throw new NotSent(`one more page is not asked for, after ${endless}`)
}

/** Whether an operation only reads; else each try of it has to be allowed. */
const guarded = (
  parts: ClientParts,
  who: Principal,
  operation: string,
): Pick<Repeatable, 'harmless' | 'denied'> => ({
  harmless: !writes(parts.vendor, operation),
  denied: () => denialOf(parts, who, operation),
})

/** Whether a call is made to be refused: its input breaks the contract, or its message the protocol. */
const isRefusable = (call: Call, breaks: Client['breaks']): boolean =>
  call.deliberate === true && (isSpoiled(call) || breaks(call.operation, call.input))
