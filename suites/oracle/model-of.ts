import type { Reading } from '../../specs/vendor/left-open.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { randomFrom } from '../client/random.ts'
import type { Target } from '../client/target.ts'
import type { Elsewhere } from './acquaintance.ts'
import { openClock } from './clock.ts'
import { openShadow, type Shadow } from './shadow.ts'
import type { Model } from './track.ts'

/** Of whom a model is, and what it goes by. */
export interface ModelParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly now: () => number
  /** of the names that the model has for things */
  readonly seed: number
  /** what is known of whatever stood before; that nothing did unless said */
  readonly before?: Elsewhere
}

/** The model beside a target of which nothing is known but the rules, with all that left-open.json lets it be. */
export function modelOf({ vendor, target, now, seed, before }: ModelParts): Model {
  const clock = openClock(now)
  const open = (reading?: Reading['behaviour']): Shadow => {
    const random = randomFrom(seed)
    const parts = { vendor, target, clock, random, ...(before && { before }) }
    return openShadow({ ...parts, ...(reading && { reading }) })
  }
  const readings = combined(vendor.leftOpen.readings.map(({ behaviour }) => behaviour))
  return { clock, shadow: open(), readings: readings.map((reading) => () => open(reading)) }
}

/** Each by itself, and all together. */
const combined = (readings: readonly Reading['behaviour'][]): readonly Reading['behaviour'][] =>
  readings.length < 2 ? readings : [...readings, Object.assign({}, ...readings)]
