import { operationOf } from '../../specs/contract/contract.ts'
import type { Json } from '../../specs/contract/json.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { NotSent } from '../verdict/cannot-go-on.ts'
import type { Call } from './call.ts'
import type { ClientParts } from './client-parts.ts'
import { contractValidator, type Violation } from './contract-validator.ts'
import { exchanger } from './exchange-once.ts'
import type { Interaction } from './interaction.ts'
import { ensureGoing, isOver, stopped } from './stop.ts'
import type { Principal } from './target.ts'
import { isTransient } from './transient.ts'
import { ensureValid, sourceFinder } from './value-source.ts'

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
