import type { Random } from '../../specs/vendor/new-id.ts'
import { seedOf } from '../../suites/case/seed-of.ts'

/** Chance that repeats itself for the same seed and name. */
export function seededRandom(seed: number, name: string): Random {
  const own = seedOf(seed, name)
  let count = 0
  return () => {
    count += 1
    return seedOf(own, String(count)) / 2 ** 32
  }
}
