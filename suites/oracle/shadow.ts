import { emptyWorld } from '../../specs/model/changes.ts'
import { verbReadingsOf } from '../../specs/vendor/dialect.ts'
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
import { openAcquaintance, type Elsewhere } from './acquaintance.ts'
import { openAdmission } from './admission.ts'
import { believedRules, unknownDomain } from './believed-rules.ts'
import type { Clock } from './clock.ts'
import type { Fitting } from './fits.ts'
import type { HeardCall } from './heard-call.ts'
import { unread, type Known, type Step } from './known.ts'
import { openMoments } from './moments.ts'
import { openNames } from './names.ts'
import type { Asking } from './predict.ts'
import { takeStep, type StepParts } from './take-step.ts'

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
  /** what is known of whatever stood before; that nothing did unless said */
  readonly before?: Elsewhere
}

/**
 * The model beside a target of which nothing is known but the rules: every account is in no organization yet. Where
 * something stood before, nobody knows where an account is until it says so.
 */
export function openShadow(shadow: ShadowParts): Shadow {
  const { vendor, before, clock } = shadow
  const { builtinPolicy } = vendor.profile
  const acquaintance = openAcquaintance(
    builtinPolicy === undefined ? [] : [builtinPolicy.id],
    before,
  )
  const parts = partsOf(shadow, acquaintance.isMet)
  const admission = before && openAdmission(parts, acquaintance, before.named)
  const learned = { names: openNames(), moments: openMoments(clock.expected) }
  return {
    start: { world: emptyWorld(), readings: new Map(), learned },
    step: (known, heard, at) => {
      const stepping = { known, heard, at }
      const admitted = admission?.admitted(stepping)
      if (admitted !== undefined) return unread({ known: admitted, heard })
      const isStrange = acquaintance.namesStranger(heard, known.learned.names)
      const step = isStrange ? unread(stepping) : takeStep(parts, stepping)
      acquaintance.show(step.found.foreign)
      return admission?.readBehind(step, heard) ?? step
    },
    met: () => new Set([...acquaintance.met(), ...learned.names.reals()]),
  }
}

const partsOf = (
  { vendor, target, reading, random, before }: ShadowParts,
  isMet: Fitting['isMet'],
): StepParts => {
  const made = new Set<string>()
  const ids = idsOf(vendor.referenceEndpoint.ids, random)
  const newId: Asking['newId'] = (kind, within) => {
    const id = ids(kind, within)
    made.add(id)
    return id
  }
  const { leftOpen, profile } = vendor
  return {
    vendor,
    believed: believedRules(vendor, target, reading),
    readings: verbReadingsOf(vendor.dialect),
    asking: { ...modelContextOf(vendor), newId },
    full: pageLengthOf(vendor, target),
    fitting: {
      isMet,
      profile,
      prefixes: (leftOpen.prefixes ?? []).map(({ prefix }) => prefix),
      isVoid: (member, entry, are) => isVoidEntry(leftOpen, member, { entry, are }),
      mayLack: (member) => mayBeUntold(leftOpen, member),
      mayPass: (member, ruled, told) => isPassingValue(leftOpen, member, { ruled, told }),
      isMadeUp: (name) => made.has(name) || isUntold(name),
      isUntold: (name) => before !== undefined && isUntold(name),
    },
  }
}

const pageLengthOf = (vendor: Vendor, target: Target): number =>
  limitOf(vendor, target, 'pageSizeDefault') ??
  limitOf(vendor, target, 'pageSizeMax') ??
  Number.POSITIVE_INFINITY

/** What nobody told of an account: its name and its address. */
const isUntold = (name: string): boolean =>
  name.endsWith(`@${unknownDomain}`) || name.startsWith('Account ')
