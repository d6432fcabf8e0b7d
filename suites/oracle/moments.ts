import type { Fork } from './names.ts'

/** Instants of the model, and when the same was by the clock of the target. Milliseconds since 1970. */
export interface Moments {
  /** Whether an instant that the target tells may be one of the model's; it is that one from now on. */
  readonly fits: (model: number, told: number) => boolean
  readonly fork: () => Fork<Moments>
}

/** How far the clock of a target may be from ours: a day, and its zone where none is told. */
const farthest = 26 * 60 * 60 * 1000
/** How much later something may be told than it was, or the other way round, by one clock. */
const tolerance = 10 * 60 * 1000
/** What is told in whole seconds, or rounded to them. */
const rounding = 1000

interface Learned {
  readonly known: (model: number) => number | undefined
  readonly skew: () => number | undefined
  readonly learn: (model: number, told: number, skew: number) => void
}

/** `expected` tells when an instant of the model was, or will be, by our clock. */
export function openMoments(expected: (model: number) => number): Moments {
  const instants = new Map<number, number>()
  let skew: number | undefined
  return over(expected, {
    known: (model) => instants.get(model),
    skew: () => skew,
    learn: (model, told, by) => {
      instants.set(model, told)
      skew ??= by
    },
  })
}

const over = (expected: (model: number) => number, learned: Learned): Moments => ({
  fits: (model, told) => {
    const known = learned.known(model)
    if (known !== undefined) return Math.abs(told - known) <= rounding
    const by = told - expected(model)
    const skew = learned.skew()
    const fits = skew === undefined ? Math.abs(by) <= farthest : Math.abs(by - skew) <= tolerance
    if (fits) learned.learn(model, told, by)
    return fits
  },
  fork: () => {
    const fresh: [number, number, number][] = []
    const instants = new Map<number, number>()
    const trial = over(expected, {
      known: (model) => instants.get(model) ?? learned.known(model),
      skew: () => learned.skew() ?? fresh[0]?.[2],
      learn: (model, told, by) => {
        instants.set(model, told)
        fresh.push([model, told, by])
      },
    })
    return { trial, keep: () => fresh.forEach((one) => learned.learn(...one)) }
  },
})
