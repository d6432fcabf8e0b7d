import { operationOf } from '../../specs/contract/contract.ts'
import { emptyWorld } from '../../specs/model/changes.ts'
import type { Rules } from '../../specs/model/rules.ts'
import type { World } from '../../specs/model/world.ts'
import { understand, verbReadingsOf, type VerbReading } from '../../specs/vendor/dialect.ts'
import {
  isPassingValue,
  isVoidEntry,
  mayBeUntold,
  type Reading,
} from '../../specs/vendor/left-open.ts'
import { modelContextOf } from '../../specs/vendor/model-context.ts'
import { idsOf, type Random } from '../../specs/vendor/new-id.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { limitOf } from '../client/limit-of.ts'
import type { Target } from '../client/target.ts'
import { openAcquaintance } from './acquaintance.ts'
import { believedRules, unknownDomain } from './believed-rules.ts'
import type { Clock } from './clock.ts'
import { noFindings, type Difference, type Findings } from './differences.ts'
import type { Fitting } from './fits.ts'
import type { HeardCall } from './heard-call.ts'
import { judgeCall, type Judging } from './judge-call.ts'
import { forkOf, type Learned } from './learned.ts'
import { openMoments } from './moments.ts'
import { openNames } from './names.ts'
import { predictions, type Asking, type Meant } from './predict.ts'
import type { Readings } from './read-pages.ts'
import { translatedIn } from './translated.ts'

/** What is known of a target behind the calls so far; undefined once nobody can tell what they did. */
export interface Known {
  readonly world: World
  readonly readings: Readings
  readonly learned: Learned
}

/** What a call came to beside what is known of the target, and what is known then. */
export interface Step {
  readonly found: Findings
  readonly known: Known | undefined
  /** takes over what was learned */
  readonly keep: () => void
}

/** The model beside a target. */
export interface Shadow {
  readonly start: Known
  /** What comes of a call that was sent at an instant of the clock. */
  readonly step: (known: Known, heard: HeardCall, at: number) => Step
  /** the ids of what somebody in the play made or named */
  readonly met: () => ReadonlySet<string>
}

/** What a shadow is made of. `random` makes the names that the model has for things. */
export interface ShadowParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly clock: Clock
  readonly random: Random
  /** where the target may behave otherwise than the document says */
  readonly reading?: Reading['behaviour']
}

interface Parts extends Pick<ShadowParts, 'vendor' | 'target'> {
  readonly believed: readonly Rules[]
  readonly readings: ReadonlyMap<string, readonly VerbReading[]>
  readonly asking: Omit<Asking, 'now' | 'believed'>
  readonly fitting: Omit<Fitting, keyof Learned | 'isNewer'>
  /** how long a page is where nobody says */
  readonly full: number
}

/** The model beside a target of which nothing is known but the rules: every account is in no organization yet. */
export function openShadow({ clock, random, vendor, target, reading }: ShadowParts): Shadow {
  const made = new Set<string>()
  const { builtinPolicy } = vendor.profile
  const acquaintance = openAcquaintance(builtinPolicy === undefined ? [] : [builtinPolicy.id])
  const ids = idsOf(vendor.referenceEndpoint.ids, random)
  const newId: Asking['newId'] = (kind, within) => {
    const id = ids(kind, within)
    made.add(id)
    return id
  }
  const shadow: Parts = {
    vendor,
    target,
    believed: believedRules(vendor, target, reading),
    readings: verbReadingsOf(vendor.dialect),
    asking: { ...modelContextOf(vendor), newId },
    full: pageLengthOf(vendor, target),
    fitting: {
      isMet: acquaintance.isMet,
      profile: vendor.profile,
      prefixes: (vendor.leftOpen.prefixes ?? []).map(({ prefix }) => prefix),
      isVoid: (member, entry, are) => isVoidEntry(vendor.leftOpen, member, { entry, are }),
      mayLack: (member) => mayBeUntold(vendor.leftOpen, member),
      mayPass: (member, ruled, told) => isPassingValue(vendor.leftOpen, member, { ruled, told }),
      isMadeUp: (name) => made.has(name) || isUntold(name),
    },
  }
  const learned = { names: openNames(), moments: openMoments(clock.expected) }
  return {
    start: { world: emptyWorld(), readings: new Map(), learned },
    step: (known, heard, at) => {
      const stepping = { known, heard, at }
      if (acquaintance.namesStranger(heard, known.learned.names)) return unread(stepping)
      const step = stepOf(shadow, stepping)
      acquaintance.show(step.found.foreign)
      return step
    },
    met: () => new Set([...acquaintance.met(), ...learned.names.reals()]),
  }
}

const pageLengthOf = (vendor: Vendor, target: Target): number =>
  limitOf(vendor, target, 'pageSizeDefault') ??
  limitOf(vendor, target, 'pageSizeMax') ??
  Number.POSITIVE_INFINITY

/** What nobody told of an account: its name and its address. */
const isUntold = (name: string): boolean =>
  name.endsWith(`@${unknownDomain}`) || name.startsWith('Account ')

interface Stepping {
  readonly known: Known
  readonly heard: HeardCall
  readonly at: number
}

const stepOf = (parts: Parts, stepping: Stepping): Step => {
  const { known, heard } = stepping
  if (isInDoubt(heard)) return lostTrack
  const meant = heard.spoiled || isClosed(known, heard) ? undefined : meantBy(parts, known, heard)
  return meant === undefined ? unread(stepping) : likeliest(parts, stepping, meant)
}

/** What the call comes to beside the prediction that it fits best: the first that it fits. */
const likeliest = (parts: Parts, stepping: Stepping, meant: Meant): Step => {
  const asking = { ...parts.asking, believed: parts.believed, now: stepping.at }
  let least: Tried | undefined
  for (const prediction of predictions(stepping.known.world, meant, asking)) {
    const tried = tryPrediction(parts, stepping, { prediction, row: meant.row })
    if (least === undefined || tried.cost < least.cost) least = tried
    if (least.cost === 0) return least
  }
  return least ?? unread(stepping)
}

interface Tried extends Step {
  readonly cost: number
}

const tryPrediction = (
  { vendor, fitting, full }: Parts,
  { known, heard }: Stepping,
  predicted: Pick<Judging, 'prediction' | 'row'>,
): Tried => {
  const { trial, keep } = forkOf(known.learned)
  const operation = operationOf(vendor.contract, heard.operation)
  const judging = { ...predicted, vendor, operation, heard, full, readings: known.readings }
  const newer = newerIn(heard)
  const isNewer = (value: unknown): boolean => newer.has(value)
  const { found, went, readings } = judgeCall(judging, { ...fitting, ...trial, isNewer })
  const { world } = predicted.prediction
  const next = went === 'unchanged' ? known : { world, readings, learned: trial }
  return { found, keep, known: went && next, cost: costOf(found) }
}

/** What is not told weighs less than what is told otherwise, and so does what nobody can read: it says less of what went on. */
const costOf = ({ differences }: Findings): number =>
  differences.reduce((sum, { kind }) => sum + (light.has(kind) ? 1 : 2), 0)

const light: ReadonlySet<Difference['kind']> = new Set(['untold', 'unheard'])

/** Values of an answer that the document does not know. */
const newerIn = ({ interaction }: HeardCall): ReadonlySet<unknown> =>
  new Set(
    interaction.violations
      .filter(({ soft, keyword }) => soft && keyword === 'enum')
      .map(({ value }) => value),
  )

/** No rule says what an account may do once it is closed. */
const isClosed = ({ world, learned }: Known, { account }: HeardCall): boolean =>
  world.accounts.get(learned.names.model(account) ?? account)?.closedAt !== undefined

/** Nobody can tell what a write did that was sent more than once, or whose answer was looked up. */
const isInDoubt = ({ writes, interaction: { repeated, found, untold } }: HeardCall): boolean =>
  writes && (repeated === true || found !== undefined || untold === true)

const lostTrack: Step = { found: noFindings(), known: undefined, keep: () => {} }

/** A call that the rules say nothing of changes nothing, unless it was carried out. */
const unread = ({ known, heard: { writes, interaction } }: Stepping): Step => {
  const { kind } = interaction.reply
  const isHarmless = !writes || kind === 'refusal' || kind === 'unimplemented'
  return { found: noFindings(), known: isHarmless ? known : undefined, keep: () => {} }
}

const meantBy = (
  { readings }: Parts,
  { learned }: Known,
  { operation, input, account }: HeardCall,
): Meant | undefined => {
  const candidates = readings.get(operation)
  const meant = candidates && understand(candidates, input)
  const { model } = learned.names
  return (
    meant && { ...meant, all: translatedIn(meant.all, model), caller: model(account) ?? account }
  )
}
