import { knownVendors } from '../../specs/vendors/load-vendor.ts'
import { totalsOf } from '../../suites/verdict/verdict.ts'
import { axesTotalsOf } from '../results/axes-totals.ts'
import type {
  CheckResult,
  ExchangeResult,
  Results,
  RunFacts,
  TargetResult,
} from '../results/results.ts'
import { targetVerdict } from '../results/target-verdict.ts'
import { grouped } from '../text/grouped.ts'

/**
 * The results of a whole run of which these are the shards: what `unmergeable` finds nothing wrong with. They are what the
 * run would have found without shards, but for what it says of itself and what differs from run to run.
 */
export function mergeShards(shards: readonly [Results, ...Results[]]): Results {
  const run = mergedRun(shards.map((shard) => shard.run))
  const names = grouped(
    shards.flatMap((shard) => shard.targets),
    ({ name }) => name,
  )
  const exchanges: ExchangeResult[] = []
  const merged = [...names.values()].toSorted(byVendor).map((parts) => {
    const [{ name }] = parts
    const checks = checksOf(shards, name, exchanges)
    return { target: mergedTarget(parts, checks, run), checks }
  })
  return {
    suite: shards[0].suite,
    run,
    targets: merged.map(({ target }) => target),
    checks: merged.flatMap(({ checks }) => checks),
    exchanges,
  }
}

const mergedRun = (runs: readonly RunFacts[]): RunFacts => {
  const [first] = runs as readonly [RunFacts, ...RunFacts[]]
  const { shard: _, ...selection } = first.selection
  const { plan: __, ...facts } = first
  return {
    ...facts,
    id: runs.map(({ id }) => id).join('+'),
    startedAt: runs.map(({ startedAt }) => startedAt).toSorted()[0] ?? first.startedAt,
    finishedAt:
      runs
        .map(({ finishedAt }) => finishedAt)
        .toSorted()
        .at(-1) ?? first.finishedAt,
    selection,
    planned: runs.reduce((sum, { planned }) => sum + planned, 0),
    complete: runs.every(({ complete }) => complete),
  }
}

/** A shard may have had nothing to ask of a target: the order of all is that of the vendors. */
const byVendor = (
  [one]: readonly [TargetResult, ...unknown[]],
  [other]: readonly [TargetResult, ...unknown[]],
): number => knownVendors.indexOf(one.vendor) - knownVendors.indexOf(other.vendor)

const mergedTarget = (
  parts: readonly [TargetResult, ...TargetResult[]],
  checks: readonly CheckResult[],
  { complete }: RunFacts,
): TargetResult => ({
  ...parts[0],
  verdict: targetVerdict(checks, complete),
  totals: totalsOf(checks),
  axes: axesTotalsOf(checks),
  left: parts.flatMap(({ left }) => left),
})

/** The checks of a target, sorted by id, and their exchanges, numbered anew as they are first named. */
const checksOf = (
  shards: readonly Results[],
  target: string,
  all: ExchangeResult[],
): readonly CheckResult[] => {
  const own = shards.flatMap((shard) => {
    const exchanges = new Map(shard.exchanges.map((exchange) => [exchange.id, exchange]))
    return shard.checks
      .filter((check) => check.target === target)
      .map((check) => ({ check, exchanges }))
  })
  const known = new Map<ExchangeResult, number>()
  const numberOf = (exchange: ExchangeResult): number => {
    const before = known.get(exchange)
    if (before !== undefined) return before
    const id = all.length + 1
    known.set(exchange, id)
    all.push({ ...exchange, id })
    return id
  }
  return own
    .toSorted(({ check: one }, { check: other }) => (one.id < other.id ? -1 : 1))
    .map(({ check, exchanges }) => ({
      ...check,
      exchanges: check.exchanges.flatMap((id) => exchanges.get(id) ?? []).map(numberOf),
    }))
}
