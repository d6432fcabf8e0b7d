import type { VendorId } from '../../specs/vendor/vendor.ts'
import { globMatcher } from '../../suites/verdict/glob.ts'
import listed from './unproven.json' with { type: 'json' }
import type { Proven } from './unproven.ts'

/** Checks that nobody has seen fail, for one reason. */
export interface UnprovenGroup {
  readonly because: string
  /** ids, or `*` globs of ids, sorted */
  readonly checks: readonly string[]
}

/** What a list says of the checks of a vendor, beside what was found out. */
export interface ListCompared {
  /** checks that are unproven, and that the list does not have: it may not grow */
  readonly unlisted: readonly string[]
  /** entries of the list that speak of a check that was seen to fail, or of none at all */
  readonly outdated: readonly string[]
  /** the list without them */
  readonly shrunk: readonly UnprovenGroup[]
}

/** The committed list of a vendor. */
export function unprovenListOf(vendor: VendorId): readonly UnprovenGroup[] {
  return (listed as Readonly<Partial<Record<VendorId, readonly UnprovenGroup[]>>>)[vendor] ?? []
}

/** Holds a list against what was found out: every unproven check stands in it, and nothing else does. */
export function compareList(
  list: readonly UnprovenGroup[],
  { proven, unproven }: Pick<Proven, 'proven' | 'unproven'>,
): ListCompared {
  const fitsOne = list.flatMap(({ checks }) => checks).map(globMatcher)
  const isRight = (entry: string): boolean => {
    const fits = globMatcher(entry)
    return unproven.some(fits) && ![...proven].some(fits)
  }
  const shrunk = list.map(({ because, checks }) => ({
    because,
    checks: checks.flatMap((entry) =>
      isRight(entry) ? [entry] : unproven.filter(globMatcher(entry)),
    ),
  }))
  return {
    unlisted: unproven.filter((id) => !fitsOne.some((fits) => fits(id))),
    outdated: list.flatMap(({ checks }) => checks).filter((entry) => !isRight(entry)),
    shrunk: shrunk.filter(({ checks }) => checks.length > 0),
  }
}
