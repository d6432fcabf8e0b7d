import type { Profile } from '../../specs/vendor/profile.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Args, Result, Verb } from '../../specs/vocabulary/verbs.ts'
import type { DangerClass } from '../client/target.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Fresh } from './fresh.ts'
import type { Hand } from './speaker.ts'

/** Who looks at what a write left behind and takes it back: the account that wrote, and the management account. */
export interface Hands {
  readonly actor: Hand
  readonly owner: Hand
  /** whether a refusal says that what was asked for is not there; any other refusal says nothing of that */
  readonly isAbsence: (refused: Refused) => boolean
  /** whether a refusal is the one that the vendor has for that mistake */
  readonly isCalled: (name: RefusalName, refused: Refused) => boolean
}

/** A refusal, as an outcome. */
export type Refused = Extract<Outcome<unknown>, { readonly kind: 'refused' }>

/** What a rehearsal is made with. Whatever `make` writes is recorded and taken back like every write. */
export interface RehearsalKit extends Hands {
  /** a root or a unit to work in */
  readonly workspace: () => Promise<string>
  readonly fresh: Fresh
  readonly profile: Profile
  /** an account in no organization; throws `PrerequisiteMissing` where the target names none */
  readonly guest: () => string
  /** a member account; throws `PrerequisiteMissing` where the target names none */
  readonly member: () => string
  readonly make: <V extends Verb>(verb: V, args: Args<V>) => Promise<Result<V>>
}

/** What stands of a write: the id of what it made, or the state that it set; undefined where nothing stands. */
export type Standing = string | undefined

/** A write that leaves something behind, and can be taken back. */
export interface Reversible<V extends Verb> {
  readonly kind: 'reversible'
  /** how dangerous it is; heavy unless said: it touches accounts, or the organization as a whole */
  readonly danger?: DangerClass
  /** the verb that `undo` says, for people */
  readonly undoneBy: Verb
  /** the question whose answers show whatever it may have done, also where nobody can read what was said */
  readonly shownBy: Verb
  /**
   * Looks what stands; `id` names it where it is known. The write is taken back when this is as it was before the
   * write. Throws `PrerequisiteMissing` or `NotSettled` when it can not be seen.
   */
  readonly look: (hands: Hands, args: Args<V>, id?: string) => Promise<Standing>
  /** the same by the id alone, for a request that could not be read */
  readonly find?: (hands: Hands, id: string) => Promise<Standing>
  /**
   * Restores what stood before the write. `id` names what stands now; it is what stood before where a look does not show
   * the change, and empty where nothing was seen.
   */
  readonly undo: (
    hands: Hands,
    args: Args<V>,
    seen: { readonly id: string; readonly before: Standing },
  ) => Promise<Outcome<unknown>>
  /** the id of what was made, where the answer names one */
  readonly made?: (value: Result<V>) => string
  /** the id of what something is added to: to what this run made itself, nobody else has added anything */
  readonly subject?: (args: Args<V>) => string
  /** what was added vanishes together with what it was added to */
  readonly wholly?: true
  /** the name under which `look` finds it: one that carries the run's mark is nobody else's */
  readonly name?: (args: Args<V>) => string
  /** it changes what stands, and taking it back restores that; else nothing may stand before */
  readonly changes?: true
  /** what of a thing it changes: writes of which this is the same change the same */
  readonly thing?: (args: Args<V>) => string
  /** what a look shows once it is done: what stands otherwise, neither so nor as before, somebody else changed since */
  readonly sets?: (hands: Hands, args: Args<V>) => Promise<Standing>
  /**
   * Throws where what stands is not what the write made: of an undo that names nothing. `made` is the id that the answer
   * told.
   */
  readonly ensureOwn?: (hands: Hands, made: Standing) => Promise<void>
  /** where something stands before, it changes nothing */
  readonly tolerant?: true
  /** only an account that is alone may: elsewhere nothing takes it back */
  readonly alone?: true
  /**
   * Arguments for a write that proves, before the first one in earnest, that it can be taken back. Without, the first
   * one in earnest does, and until then it is the only one: what joins, moves or switches a thing that stands can not be
   * tried with a thing of its own.
   */
  readonly rehearse?: (kit: RehearsalKit) => Promise<Args<V>>
  /** the noun of the unknown id (profile.json) with which is asked whether taking back is offered at all */
  readonly noun?: string
}

/** A write about something that this run must have made, or that takes back what it did. */
export interface Bound<V extends Verb> {
  readonly kind: 'bound'
  /** how dangerous it is; heavy unless said: it touches accounts, or the organization as a whole */
  readonly danger?: DangerClass
  readonly subject: (args: Args<V>, actor: string) => string | undefined
  /** it does away with what it is about */
  readonly ends?: true
  /** only an account that is alone may: elsewhere nothing takes it back */
  readonly alone?: true
  readonly counters?: Counter<V>
}

/** A write that was done before. */
interface Earlier {
  readonly args: unknown
  readonly account: string
}

/** The verb that a write takes back, and whether it is that very write. */
export interface Counter<V extends Verb> {
  readonly verb: Verb
  /** both take the same arguments: where nothing stands that the other could have left, there is nothing to touch */
  readonly exact?: true
  /** it may take back a part only */
  readonly partly?: true
  readonly same: (args: Args<V>, write: Earlier, account: string) => boolean
}

/** A write that nothing takes back: it changes the organization itself, or makes or closes accounts. */
export interface Lasting<V extends Verb> {
  readonly kind: 'lasting'
  /** the id of what it does away with: of what nobody has, nothing is done away with */
  readonly subject?: (args: Args<V>) => string
  /** the id of what was made, where the answer names one */
  readonly made?: (value: Result<V>) => string
  /** no target can allow it: it founds or dissolves the organization that was given */
  readonly never?: true
}

/** What a verb does to an organization that is not the suite's own. */
export type Effect<V extends Verb> =
  | { readonly kind: 'none' }
  | Lasting<V>
  | Reversible<V>
  | Bound<V>
