import type { Instant } from '../vocabulary/nouns.ts'
import type { RefusalName } from '../vocabulary/refusal-name.ts'
import type { Args, CommandOf, Result, Verb } from '../vocabulary/verbs.ts'
import type { Changes } from './changes.ts'
import type { Rules } from './rules.ts'
import type { AccountRecord, OrganizationRecord, World } from './world.ts'

/** The kinds of things that get an id of their own. */
export type IdKind =
  | 'organization'
  | 'root'
  | 'unit'
  | 'account'
  | 'policy'
  | 'invitation'
  | 'creation'
  | 'resourcePolicy'

/** What a document of an organization says of a command: it lets the caller say it, or it forbids it. */
export type Right = 'granted' | 'denied'

/** What the model can not know by itself. */
export interface Context {
  readonly now: Instant
  /** a new id; `within` is the id of what the new thing belongs to */
  readonly newId: (kind: IdKind, within?: string) => string
  readonly rules: Rules
  /** the rules of the verbs that the vendor alone speaks */
  readonly own: RuleBook
  /** what the documents that an organization keeps say of a command; absent where it keeps none */
  readonly rights?: (inside: Inside) => Right | undefined
}

/** A command with everything it may look at. */
export interface Situation extends Context {
  readonly world: World
  readonly command: CommandOf<Verb>
  readonly caller: AccountRecord
}

/** A situation whose caller belongs to an organization. */
export interface Inside extends Situation {
  readonly organization: OrganizationRecord
}

export interface Done<R> {
  readonly kind: 'done'
  readonly result: R
  readonly changes: Changes
}

/** A refusal: nearly every one leaves the world as it was. */
export interface Refused {
  readonly kind: 'refused'
  readonly refusal: RefusalName
  /** what is wrong, in our words, naming the member where it is known */
  readonly detail: string
}

/** A refusal that came late: what had been done by then stays. */
export interface RefusedLate extends Refused {
  readonly changes: Changes
}

export type Decision<R = unknown> = Done<R> | Refused | RefusedLate

/** The command is carried out. */
export function done<R>(result: R, changes: Changes = {}): Done<R> {
  return { kind: 'done', result, changes }
}

/** The command is refused, for a reason that callers can tell apart by its name. */
export function refused(refusal: RefusalName, detail: string): Refused {
  return { kind: 'refused', refusal, detail }
}

/** The first refusal of a list, in the order the rules are looked at. */
export function firstOf(...refusals: readonly (Refused | undefined)[]): Refused | undefined {
  return refusals.find((refusal) => refusal !== undefined)
}

/** What becomes of a verb that an account says. */
export type Rule<V extends Verb> = (situation: Situation, args: Args<V>) => Decision<Result<V>>

/** The rules of some verbs. */
export type RuleBook = { readonly [V in Verb]?: Rule<V> }
