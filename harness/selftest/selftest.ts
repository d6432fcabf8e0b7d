import { degeneratesOf } from '../../endpoint/degenerates.ts'
import type { Fault, KnownFault } from '../../endpoint/fault.ts'
import type { Variant } from '../../endpoint/variant.ts'
import type { Asker } from './ask-server.ts'
import { askVariant } from './ask-variant.ts'
import type { Quiet } from './differences.ts'
import { knownSurvivors } from './known-survivors.ts'
import type { SelftestReport, StubResult, Trial, VariantResult } from './selftest-report.ts'
import { someAtATime } from './some-at-a-time.ts'
import { tryDegenerate } from './try-degenerate.ts'
import { tryFault } from './try-fault.ts'
import { tryHonest } from './try-honest.ts'

/** Looks at no required member: every vendor's contract requires something, so no suite may miss it. */
export const controlFault = 'required-not-checked'

/** How thoroughly endpoints of other make are asked. */
export interface Depth {
  /** into how many parts the cases are divided, of which each is asked one */
  readonly shares: number
  /** how many faults are looked for on top of each */
  readonly faults: number
}

/**
 * All cases of each, or a fifth; with more of them than 25 a smaller share, so that all together take five times as long as
 * one that is asked everything.
 */
export function depthFor(variants: number, full: boolean): Depth {
  if (full) return { shares: 1, faults: 3 }
  return variants > few
    ? { shares: Math.ceil(variants / leastShares), faults: 1 }
    : { shares: leastShares, faults: 3 }
}

const leastShares = 5
const few = 25

/** What a selftest is told. */
export interface SelftestPlan {
  readonly asker: Asker
  /** the faults to try, all of this vendor */
  readonly faults: readonly Fault[]
  /** the endpoints of other make to ask, all of this vendor */
  readonly variants: readonly Variant[]
  /** all faults of this vendor: some are looked for on top of each variant */
  readonly known: readonly KnownFault[]
  /** how thoroughly they are asked */
  readonly depth: Depth
  /** the one that must die */
  readonly control: Fault
  /** how many servers at a time */
  readonly concurrency: number
  /** hears of every server that was tried */
  readonly tried: (server: string) => void
}

/** Asks the suite about the honest endpoint, about servers without a service, and about every fault. */
export async function selftest(plan: SelftestPlan): Promise<SelftestReport> {
  const { asker, faults, control, tried } = plan
  const { vendor } = asker
  const { baseline, quiet } = await tryHonest(asker)
  tried('the honest endpoint')
  const stubs: StubResult[] = []
  for (const degenerate of degeneratesOf(vendor)) {
    stubs.push(await tryDegenerate(asker, degenerate))
    tried(degenerate.name)
  }
  const variants = await askAll(plan, quiet)
  const trials = await tryAll(plan, [control, ...faults.filter((fault) => fault !== control)])
  const [controlled] = trials
  if (controlled === undefined) throw new Error('the control was not tried')
  return {
    vendor: vendor.id,
    baseline,
    stubs,
    variants,
    trials: trials.filter((trial) => faults.some(({ name }) => name === trial.fault)),
    control: controlled,
    knownSurvivors: knownSurvivors[vendor.id] ?? {},
  }
}

/** A share of the cases has so many of them, or it is all there are. */
const fewestCases = 10

/** Asks the endpoints of other make, each another share of the cases, where it is not asked all of them. */
const askAll = async (
  { asker, variants, known, depth, tried }: SelftestPlan,
  quiet: Quiet,
): Promise<readonly VariantResult[]> => {
  const of = Math.max(1, Math.min(depth.shares, Math.floor(asker.cases.length / fewestCases)))
  const results: VariantResult[] = []
  for (const [part, variant] of variants.entries()) {
    const share = of > 1 && { share: { part, of } }
    const under = { faults: known, most: depth.faults }
    results.push(await askVariant({ asker, variant, quiet, ...under, ...share }))
    tried(variant.name)
  }
  return results
}

/** Tries faults, some at a time; the trials come in the order of the faults. */
const tryAll = (
  { asker, concurrency, tried }: SelftestPlan,
  faults: readonly Fault[],
): Promise<readonly Trial[]> => {
  return someAtATime(faults, concurrency, async (fault) => {
    const trial = await tryFault(asker, fault)
    tried(fault.name)
    return trial
  })
}
