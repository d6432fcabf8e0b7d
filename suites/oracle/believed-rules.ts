import type { Rules } from '../../specs/model/rules.ts'
import type { Reading } from '../../specs/vendor/left-open.ts'
import { behaviourWithStrangers } from '../../specs/vendor/reference-endpoint.ts'
import { rulesOf } from '../../specs/vendor/rules-of.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import { isFirm } from '../client/limit-of.ts'
import type { Target } from '../client/target.ts'

/** Addresses of accounts that nobody told: no endpoint has any there (RFC 2606 section 2). */
export const unknownDomain = 'unknown.invalid'

/** Rules that a target may go by, at least one. */
export type Believed = readonly [Rules, ...(readonly Rules[])]

/** Longer than any play. */
const never = 1000 * 365 * 24 * 60 * 60 * 1000

/**
 * The rules that a target may go by, from the strictest: how long what comes about by itself takes is its own affair, and
 * so are numbers that nobody states firmly. Lists are told whole: pages are its own affair, too. `reading` is where the real
 * service is seen to behave otherwise than its document says.
 */
export function believedRules(
  vendor: Vendor,
  target: Target,
  reading?: Reading['behaviour'],
): Believed {
  if (reading !== undefined) return believed(vendor, target, reading)
  const of = known.get(vendor) ?? new WeakMap<Target, Believed>()
  const rules = of.get(target) ?? believed(vendor, target, {})
  known.set(vendor, of.set(target, rules))
  return rules
}

/** By the document alone they are the same in every play. */
const known = new WeakMap<Vendor, WeakMap<Target, Believed>>()

const believed = (vendor: Vendor, target: Target, reading: Reading['behaviour']): Believed => {
  const behaviour = behaviourWithStrangers(vendor.referenceEndpoint, unknownDomain)
  const rules = rulesOf(vendor, { ...behaviour, ...reading })
  const stated = Object.entries({ ...rules.limits, ...target.limits }).filter(
    ([name, limit]) => limit !== null && !pageLimits.has(name as LimitName),
  )
  const firm = stated.filter(([name]) => isFirm(vendor, target, name as LimitName))
  const taking = (limits: typeof stated, delay: number): Rules => ({
    ...rules,
    limits: Object.fromEntries(limits),
    creationDelay: delay,
    switchDelay: delay,
    closingDelay: delay,
  })
  const all: Believed = [taking(stated, never), taking(stated, 0)]
  return firm.length === stated.length ? all : [...all, taking(firm, never), taking(firm, 0)]
}

const pageLimits: ReadonlySet<LimitName> = new Set<LimitName>(['pageSizeMax', 'pageSizeDefault'])
