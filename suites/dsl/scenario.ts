import type { Feature } from '../../specs/vendor/feature.ts'
import type { Profile } from '../../specs/vendor/profile.ts'
import type { Args, Creation, Item, ListVerb, PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import type { Actors } from '../actors/cast.ts'
import type { Fresh } from '../actors/fresh.ts'
import { listAll } from '../actors/list-all.ts'
import { joinByInvitation, settledCreation, withRoom } from '../actors/membership.ts'
import { settle, type Settling } from '../actors/settle.ts'
import { switchOn } from '../actors/switch-on.ts'
import { absence } from '../case/absence.ts'
import type { CaseContext } from '../case/case-context.ts'
import { daysPass } from '../case/days-pass.ts'
import { consistencyOf } from '../client/patience.ts'
import { given, type Outcome } from '../verdict/outcome.ts'
import { checkerOf, type AskedBy, type Checker } from './checker.ts'
import { knownLimits, type KnownLimits } from './known-limits.ts'
import type { Question } from './question.ts'
import type { Snapshot } from './snapshot.ts'
import { takeWholeSnapshot } from './whole-snapshot.ts'

/** A sequence of neutral commands, with the questions that it answers. One file each in scenarios/. */
export interface Scenario<K extends string = string> {
  /** the file's name */
  readonly id: string
  /** the file's path in the repository, put there by whoever loads it */
  readonly source?: string
  /** a law needs no oracle: it compares an answer of the endpoint with another one of its answers */
  readonly kind?: 'scenario' | 'law'
  readonly title: string
  /** the features without which it makes no sense; the first one files its checks */
  readonly needs: readonly [Feature, ...Feature[]]
  readonly access?: 'read' | 'write'
  /** where accounts are given nobody could take back what it does: an account leaves from where it was moved to */
  readonly freeAccounts?: true
  /** it lets days pass: asked only where the time of the target can be moved */
  readonly movesTime?: true
  readonly checks: Readonly<Record<K, Question>>
  readonly run: (context: ScenarioContext<K>) => Promise<void>
}

/** The id of a scenario's case, with which those of its checks begin. */
export function scenarioId({ kind = 'scenario', id }: Pick<Scenario, 'kind' | 'id'>): string {
  return `${kind}/${id}`
}

/** What a scenario works with. */
export interface ScenarioContext<K extends string> extends KnownLimits {
  readonly actors: Actors
  readonly check: Checker<K>
  readonly fresh: Fresh
  /** values that fit the vendor's grammar */
  readonly sample: Profile
  /** a prerequisite that is no question of this scenario */
  readonly given: <T>(outcome: Outcome<T>) => T
  /** every entry of a list, as a prerequisite */
  readonly all: <V extends ListVerb>(
    actor: Actor,
    verb: V,
    args: Omit<Args<V>, 'token'>,
  ) => Promise<readonly Item<V>[]>
  /** all that an account can read of its organization */
  readonly world: (actor: Actor) => Promise<Snapshot>
  /** whether what was written may be seen later only, and may waver before it stays */
  readonly eventual: () => boolean
  /** reads until the value is settled, for as long as the target's patience lasts */
  readonly settled: <T>(settling: Settling<T>) => Promise<T>
  /** switches a policy type on where the endpoint has it off, and offers to; whoever attaches policies asks for it first */
  readonly switchedOn: (owner: Actor, type: PolicyType) => Promise<void>
  /**
   * an account creation after it ended, well or not. Throws `PrerequisiteMissing` (NO_QUOTA) where there was no room for
   * it, unless that is the question (`full`).
   */
  readonly ended: (owner: Actor, creation: Creation, full?: 'full') => Promise<Creation>
  /** an account that joined by accepting an invitation; `given` for each step */
  readonly invited: (owner: Actor) => Promise<Actor>
  /** lets days pass at once, for all there is. Throws `PrerequisiteMissing` (SETUP_FAILED) where they do not. */
  readonly daysPass: (days: number) => Promise<void>
  /** a well-formed id that nothing has (profile.json) */
  readonly unknown: (noun: string) => string
  /** whether a feature that not every vendor has is offered: what questions with `needs` ask about */
  readonly offered: (feature: Feature) => boolean
}

/** A scenario whose keys were checked against the questions that it decides; its type forgets them. */
export function scenario<const K extends string>(one: Scenario<K>): Scenario {
  return one
}

/** The context of a scenario that runs as a case. */
export function scenarioContext<K extends string>(
  { checks }: Scenario<K>,
  context: CaseContext,
  asked: AskedBy,
): ScenarioContext<K> {
  const { vendor, target, actors, fresh } = context
  const settled = <T>(settling: Settling<T>): Promise<T> => settle(settling, context.waiting)
  const offered = (feature: Feature): boolean => absence(context, [feature]) === undefined
  return {
    actors,
    check: checkerOf(checks, context, asked),
    fresh,
    sample: vendor.profile,
    given,
    all: async (actor, verb, args) => given(await listAll(actor, verb, args)),
    world: (actor) => takeWholeSnapshot(vendor, actor),
    eventual: () => consistencyOf(target) === 'eventual',
    settled,
    switchedOn: async (owner, type) => {
      if (offered('policy-types')) await switchOn({ vendor, settled }, owner, type)
    },
    ended: async (owner, creation, full) => {
      const last = await settledCreation(owner, creation, context)
      return full === undefined ? withRoom(last) : last
    },
    daysPass: (days) => daysPass(context, days),
    invited: async (owner) => joinByInvitation(owner, await actors.standalone()),
    unknown: (noun) => {
      const id = vendor.profile.unknown[noun]
      if (id === undefined) throw new Error(`the profile names no unknown ${noun}`)
      return id
    },
    offered,
    ...knownLimits({ vendor, target }),
  }
}
