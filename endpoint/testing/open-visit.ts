import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { openFacade } from '../facade.ts'
import type { Fault } from '../fault.ts'
import type { Visitor } from '../look.ts'
import type { Variant, VariantVisit } from '../variant.ts'
import { chanceOf } from './chance.ts'
import { messengerTo, type Letter } from './messenger.ts'
import { meaningOf, type Line } from './say-verb.ts'
import { visitorOf } from './visitor.ts'
import { watched, type Watch } from './watched.ts'

/** A visit, and what is seen of the endpoint from inside in its course. */
export interface OpenVisit extends VariantVisit {
  /** the verbs that were decided otherwise than the right endpoint decides them in the same world */
  readonly broken: ReadonlySet<Verb>
  /** what the endpoint could not answer properly */
  readonly troubles: () => readonly string[]
}

const fine = 1_000_000

/**
 * Visits an endpoint of a vendor, with a fault or without one, of usual make or another. Its world is empty, its time and
 * chance always the same.
 */
export function openVisit(
  vendor: Vendor,
  fault?: Fault,
  variants: readonly Variant[] = [],
): OpenVisit {
  let now = Date.UTC(2024, 9, 1)
  const watch: Watch = { refused: undefined, broken: new Set() }
  const { below } = chanceOf(17)
  const facade = openFacade(vendor, {
    clock: () => now,
    random: () => below(fine) / fine,
    variants,
    fault: { name: 'watched', description: 'tells', breaks: {}, ...watched(fault, watch) },
  })
  const messenger = messengerTo(vendor, facade, () => now)
  const line: Line = { vendor, watch, messenger }
  const account = (count: bigint): Visitor => visitorOf(line, vendor.mintAccount(count))
  const boss = account(0n)
  const plain = plainLetter(vendor, boss.id)
  return {
    vendor,
    boss,
    guest: account(1n),
    third: account(2n),
    as: (id) => visitorOf(line, id),
    speaks: (verb) => vendor.dialect[verb] !== undefined,
    send: async (operation, input) => {
      const answer = await messenger.send({ caller: boss.id, operation, input })
      return meaningOf(line, operation, answer).came
    },
    believes: believesOf(line, plain),
    deliveries: async (count) => await messenger.delivered(plain, count),
    unsigned: async () => await messenger.unsigned(plain),
    wait: (milliseconds) => void (now += milliseconds),
    broken: watch.broken,
    troubles: facade.troubles,
  }
}

const believesOf =
  (line: Line, plain: Letter): VariantVisit['believes'] =>
  async (scope, spoil) => {
    const { messenger } = line
    // the first may change what the second comes to
    await messenger.forge(plain, {})
    const sound = await messenger.forge(plain, {})
    const meant = meaningOf(line, plain.operation, sound)
    const forged = await messenger.forge(plain, scope, spoil)
    return meaningOf(line, plain.operation, forged).came === meant.came
  }

/** An operation that takes a body and needs nothing in its path. */
const plainLetter = (vendor: Vendor, caller: string): Letter => {
  const found = [...vendor.contract.operations.values()].find(
    ({ method, path }) => method !== 'GET' && !path.includes('{'),
  )
  if (found === undefined) throw new Error(`${vendor.id} has no operation with a body`)
  return { caller, operation: found.name, input: {} }
}
