import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { KnownFault } from '../fault.ts'
import { openVisit } from './open-visit.ts'

/** What an endpoint showed. */
export interface Sight {
  readonly shown: unknown
  /** the verbs that it decided otherwise than the right endpoint does in the same world */
  readonly broken: ReadonlySet<Verb>
  /** what it could not answer properly */
  readonly troubles: readonly string[]
}

/** What the right endpoint of a vendor shows to the look of a fault, and what the one with the fault shows. */
export interface Sights {
  readonly right: Sight
  readonly wrong: Sight
}

/** Looks at each fault once in each state, however often it is asked. */
export function looker(vendor: Vendor): (fault: KnownFault) => Promise<Sights> {
  const known = new Map<string, Promise<Sights>>()
  return (fault) => {
    const sights = known.get(fault.name) ?? lookTwice(vendor, fault)
    known.set(fault.name, sights)
    return sights
  }
}

const lookTwice = async (vendor: Vendor, fault: KnownFault): Promise<Sights> => ({
  right: await sightOf(vendor, fault.seen),
  wrong: await sightOf(vendor, fault.seen, fault),
})

const sightOf = async (
  vendor: Vendor,
  { at }: KnownFault['seen'],
  fault?: KnownFault,
): Promise<Sight> => {
  const visit = openVisit(vendor, fault)
  return { shown: await at(visit), broken: visit.broken, troubles: visit.troubles() }
}
