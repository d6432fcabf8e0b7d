import { verbReadingsOf } from '../../specs/vendor/dialect.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { isLoopback } from '../client/loopback.ts'
import type { DangerClass, Target } from '../client/target.ts'
import { effectOf } from './effect-of.ts'

/** How dangerous a write is; what nothing takes back is in no class. */
export type Danger = DangerClass | 'irreversible'

/** From the least to the most dangerous. */
const ranks: readonly (Danger | 'none')[] = ['none', 'light', 'medium', 'heavy', 'irreversible']

/** The danger of an operation: that of the worst verb that it may say; `none` where it only reads. */
export type Dangers = (operation: string) => Danger | 'none'

/** How dangerous each operation of a vendor is. */
export function dangersOf(vendor: Vendor): Dangers {
  const readings = verbReadingsOf(vendor.dialect)
  const known = new Map<string, Danger | 'none'>()
  for (const [operation, verbs] of readings) {
    known.set(operation, worst(verbs.map(({ verb }) => dangerOf(vendor, verb))))
  }
  return (operation) => known.get(operation) ?? unspoken(vendor, operation)
}

const dangerOf = (vendor: Vendor, verb: Verb): Danger | 'none' => {
  const effect = effectOf(vendor, verb)
  if (effect.kind === 'none') return 'none'
  return effect.kind === 'lasting' ? 'irreversible' : (effect.danger ?? 'heavy')
}

const worst = (dangers: readonly (Danger | 'none')[]): Danger | 'none' =>
  dangers.reduce((one, other) => (ranks.indexOf(other) > ranks.indexOf(one) ? other : one), 'none')

/** What no verb says is not known to be taken back. */
const unspoken = ({ requestTemplates }: Vendor, operation: string): Danger | 'none' =>
  requestTemplates[operation]?.writes === false ? 'none' : 'irreversible'

/**
 * The highest class that a target allows: what it says; else all where any account may call, on this machine or at what is
 * thrown away; else up to heavy on this machine, and light elsewhere.
 */
export function highestClass({
  accounts,
  endpoint,
  class: said,
  disposable = false,
}: Pick<Target, 'accounts' | 'endpoint' | 'class' | 'disposable'>): Danger {
  if (said !== undefined) return said
  if (!disposable && !isLoopback(new URL(endpoint))) return 'light'
  return accounts.mode === 'any' ? 'irreversible' : 'heavy'
}

/** Why a target does not allow an operation; undefined where it does. */
export function classDenial(
  target: Target,
  dangers: Dangers,
  operation: string,
): string | undefined {
  return denialOf(target, operation, dangers(operation))
}

/** Why a target does not allow a verb; undefined where it does. */
export function verbDenial(target: Target, vendor: Vendor, verb: Verb): string | undefined {
  const operation = vendor.dialect[verb]?.operation ?? verb
  return denialOf(target, operation, dangerOf(vendor, verb))
}

const denialOf = (
  target: Target,
  operation: string,
  danger: Danger | 'none',
): string | undefined => {
  const highest = highestClass(target)
  if (target.allow?.includes(operation) === true) return undefined
  if (ranks.indexOf(danger) <= ranks.indexOf(highest)) return undefined
  return danger === 'irreversible'
    ? `nothing takes ${operation} back, and it is not allowed by name`
    : `${operation} is ${danger}, and no more than ${highest} is allowed`
}
