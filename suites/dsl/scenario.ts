import type { Feature } from '../../specs/vendor/feature.ts'
import type { Profile } from '../../specs/vendor/profile.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
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
import { stepId } from '../case/refusal-checks.ts'
import { consistencyOf } from '../client/patience.ts'
import type { Basis } from '../verdict/basis.ts'
import { CheckFailed, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { judgeAccepted, judgeUnworded } from '../verdict/judge-undue.ts'
import { judgeValid, judgeRefusal } from '../verdict/judge.ts'
import { describeOutcome, given, type Outcome } from '../verdict/outcome.ts'
import { refusalSteps } from '../verdict/refusal-step.ts'
import { judgedSteps } from '../verdict/steps.ts'
import type { Axis, Judgement } from '../verdict/verdict.ts'
import { judgeValue, type Expected } from './compare.ts'
import { knownLimits, type KnownLimits } from './known-limits.ts'
import { ensureLimited, heldToLimit, unlessReached } from './limit.ts'
import type { Snapshot } from './snapshot.ts'
import { takeWholeSnapshot } from './whole-snapshot.ts'

/** One question of a scenario. With `refusal` it is asked in steps: refused, declared, code, sub-code. */
export interface Question {
  /** present tense, at most 70 characters, never "should" */
  readonly title: string
  /** `behaviour` unless said; `refusal` for questions that expect one */
  readonly axis?: Axis
  readonly refusal?: RefusalName
  /** another refusal that is as good, where no document tells which of the two rules comes first */
  readonly or?: RefusalName
  /** of the axis `authorization`: whoever asks had the right until a moment ago, so that lag may let it in */
  readonly formerly?: true
  /** features it needs beside the scenario's own; where one is absent the scenario leaves it out */
  readonly needs?: readonly Feature[]
}

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

/** What is due of a command that ought to be refused. */
export interface Due<T> {
  /** the limit that it goes beyond */
  readonly beyond?: LimitName
  /** what it may answer where the real service is seen to carry it out */
  readonly fits?: (value: T) => boolean
}

/** Decides the questions of a scenario. */
export interface Checker<K extends string> {
  /** a value read from the endpoint is what the rule states */
  (key: K, received: unknown, expected: Expected): void
  /**
   * a command succeeds; answers its value. When it does not, the scenario can not go on: throws `CheckFailed` where that
   * is a finding, else what `given` throws. `within` names a limit that it does not go beyond, and that nobody but this
   * story uses up.
   */
  readonly done: <T>(key: K, outcome: Outcome<T>, within?: LimitName) => T
  /** the call that a question is about is carried out: answers its value, and leaves the question open; else as `done` */
  readonly ensured: <T>(key: K, outcome: Outcome<T>) => T
  /**
   * A command is refused, for the reason that the question names. Where the real service is seen to carry it out
   * (observed.json), an endpoint may do so, too, if what it answers fits. Throws `PrerequisiteMissing` (NO_QUOTA) where it
   * succeeds beyond a limit, and nobody says that the target keeps to just that number.
   */
  readonly refused: <T>(key: K, outcome: Outcome<T>, due?: Due<T>) => void
  /** a prerequisite that no single outcome shows. Throws `PrerequisiteMissing` when it does not hold. */
  readonly twin: (holds: boolean, says: string) => void
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

/** What a scenario is asked by: the id its checks start with, and who says so. */
export interface AskedBy {
  readonly prefix: string
  readonly basis: (check: string) => Basis
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

const checkerOf = <K extends string>(
  questions: Readonly<Record<K, Question>>,
  context: CaseContext,
  { prefix, basis }: AskedBy,
): Checker<K> => {
  const latest = (): readonly number[] =>
    context.interactions.slice(-1).map(({ exchange }) => exchange.id)
  const compared = (key: K, received: unknown, expected: Expected): void => {
    const { contradicted = false } = basis(`${prefix}/${key}`)
    const shown = { exchanges: latest(), contradicted }
    context.record(`${prefix}/${key}`, judgeValue(received, expected, shown))
  }
  return Object.assign(compared, {
    ...carriedOut<K>(context, { prefix, basis }),
    twin: (holds: boolean, says: string): void => {
      if (!holds) throw new PrerequisiteMissing('SETUP_FAILED', `not so: ${says}`, latest())
    },
    refused: <T>(key: K, answered: Outcome<T>, { beyond, fits }: Due<T> = {}): void => {
      const outcome = unlessReached(context, answered)
      if (beyond !== undefined) ensureLimited(context, outcome, beyond)
      const { refusal: name, or: other } = questions[key]
      const id = `${prefix}/${key}`
      if (name === undefined) throw new Error(`${id} names no refusal`)
      const unworded = judgeUnworded(context.vendor, name, outcome)
      if (unworded !== undefined) return recordSteps(context, id, unworded)
      const names = [name, other].filter((one) => one !== undefined)
      const judged =
        judgeAccepted(outcome, basis(id), fits) ?? judgeRefusal(context.vendor, names, outcome)
      for (const [step, judgement] of judgedSteps(judged, (each) => stepId(id, each))) {
        context.record(step, judgement)
      }
      if (isIntrusion(questions[key], outcome, context)) context.intruded(id)
    },
  })
}

/** Decides of valid requests whether they are carried out. */
const carriedOut = <K extends string>(
  { vendor, target, record }: Pick<CaseContext, 'vendor' | 'target' | 'record'>,
  { prefix, basis }: AskedBy,
): Pick<Checker<K>, 'done' | 'ensured'> => {
  const done = <T>(key: K, answered: Outcome<T>, within?: LimitName): T => {
    const id = `${prefix}/${key}`
    const outcome =
      within === undefined ? answered : heldToLimit({ vendor, target }, answered, within)
    const judged = judgeValid(vendor, outcome, basis(id).refuses)
    record(id, judged)
    return valueOf(id, outcome, judged)
  }
  const ensured = <T>(key: K, outcome: Outcome<T>): T =>
    outcome.kind === 'done' ? outcome.value : done(key, outcome)
  return { done, ensured }
}

/** The value of a command that a check asks about; throws where there is none. */
const valueOf = <T>(check: string, outcome: Outcome<T>, judged: Judgement): T => {
  const said = describeOutcome(outcome)
  if (judged.verdict === 'fail') throw new CheckFailed(check, said, judged.exchanges)
  // refused as by the real service: that is no mistake of its own
  if (judged.code === 'SETUP_FAILED') {
    throw new PrerequisiteMissing('SETUP_FAILED', said, judged.exchanges)
  }
  return given(outcome)
}

/** Whether somebody was let in who never had the right. Accounts that are given go from case to case: one may have had it. */
const isIntrusion = (
  { axis, formerly }: Question,
  { kind }: Outcome<unknown>,
  { target }: Pick<CaseContext, 'target'>,
): boolean =>
  kind === 'done' && axis === 'authorization' && formerly !== true && target.accounts.mode === 'any'

/** Decides every step of a question alike. */
export function recordSteps(
  { record }: Pick<CaseContext, 'record'>,
  question: string,
  judgement: Judgement,
): void {
  for (const step of refusalSteps) record(stepId(question, step), judgement)
}
