import { knownVendors } from '../../specs/vendors/load-vendor.ts'
import { hasFailed } from '../../suites/verdict/untestable.ts'
import { axes, totalsOf, verdicts, type Totals } from '../../suites/verdict/verdict.ts'
import { grouped } from '../text/grouped.ts'
import { asksEverything } from './asks-everything.ts'
import type { CheckResult, Results, RunFacts, TargetResult } from './results.ts'
import { shardContradictions } from './shard-contradictions.ts'
import { targetVerdict } from './target-verdict.ts'

/**
 * What the parts of a results file say against each other, a sentence each and none twice. Every file that a run
 * wrote, a stopped one too, says nothing against itself.
 */
export function contradictionsOf(results: Results): readonly string[] {
  const { run, targets, checks } = results
  const byTarget = grouped(checks, ({ target }) => target)
  const found = [
    ...countContradictions(run, checks.length),
    ...shardContradictions(run.selection),
    ...twice(targets.map(({ name }) => name)).map(
      (name) => `the target ${name} stands there twice`,
    ),
    ...strangers(results),
    ...targets.flatMap((target) => {
      const own = byTarget.get(target.name) ?? []
      return [...targetContradictions(target, own), ...falseVerdict(target, own, run)]
    }),
    ...exchangeContradictions(results),
    ...followContradictions(results),
  ]
  return [...new Set(found)]
}

/** A part of a whole run may have nothing to ask; anything else that came to its end asked something. */
const countContradictions = (
  { complete, planned, selection }: RunFacts,
  judged: number,
): readonly string[] => {
  if (judged > planned) return [`${judged} checks are judged, and ${planned} were planned`]
  if (!complete) return []
  if (judged < planned) {
    return [`the run is complete, and ${judged} of ${planned} planned checks are judged`]
  }
  const idle = planned === 0 && selection.shard === undefined
  return idle ? ['the run is complete, and asked no check'] : []
}

const strangers = ({ targets, checks }: Results): readonly string[] => {
  const vendorOf = new Map<string, string>(targets.map(({ name, vendor }) => [name, vendor]))
  return [
    ...targets
      .filter(({ vendor }) => !knownVendors.includes(vendor))
      .map(({ name }) => `the target ${name} has a vendor that is not known`),
    ...checks.flatMap(({ target, vendor }) => {
      const own = vendorOf.get(target)
      if (own === undefined) return ['a check has a target that is none of the targets']
      return own === vendor ? [] : [`a check of the target ${target} has another vendor`]
    }),
  ]
}

const targetContradictions = (
  { name, totals, axes: byAxis }: TargetResult,
  checks: readonly CheckResult[],
): readonly string[] => {
  const doubled = twice(checks.map(({ id }) => id)).length > 0
  return [
    ...(doubled ? [`the target ${name} has checks that stand there twice`] : []),
    ...(same(totals, totalsOf(checks))
      ? []
      : [`the totals of ${name} are not those of its checks`]),
    ...axes
      .filter((axis) => {
        const own = checks.filter((check) => check.axis === axis)
        const reports = byAxis[axis] ?? totalsOf([])
        return !same(reports, totalsOf(own))
      })
      .map((axis) => `the totals of ${name} on the axis ${axis} are not those of its checks`),
  ]
}

const falseVerdict = (
  { name, verdict }: TargetResult,
  checks: readonly CheckResult[],
  { complete }: RunFacts,
): readonly string[] =>
  verdict === targetVerdict(checks, complete)
    ? []
    : [`the verdict of ${name} is ${verdict}, and its checks say otherwise`]

const same = (one: Totals, other: Totals): boolean =>
  verdicts.every((verdict) => one[verdict] === other[verdict])

const exchangeContradictions = ({ targets, checks, exchanges }: Results): readonly string[] => {
  const ids = new Set(exchanges.map(({ id }) => id))
  const names = new Set(targets.map(({ name }) => name))
  return [
    ...(ids.size === exchanges.length ? [] : ['two exchanges have the same id']),
    ...(exchanges.every(({ target }) => names.has(target))
      ? []
      : ['an exchange has a target that is none of the targets']),
    ...(checks.every((check) => check.exchanges.every((id) => ids.has(id)))
      ? []
      : ['a check names an exchange that is not there']),
  ]
}

/** What follows a check says nothing unless that one failed. */
const followContradictions = ({ run, checks }: Results): readonly string[] => {
  const isWhole = run.complete && asksEverything(run.selection)
  const failed = new Map(
    checks.map((check) => [JSON.stringify([check.target, check.id]), hasFailed(check)]),
  )
  const stray = checks.some(({ target, follows }) => {
    if (follows === undefined) return false
    // of a part of the checks, the one that failed need not be there; what is there has to have failed
    return !(failed.get(JSON.stringify([target, follows])) ?? !isWhole)
  })
  return stray ? ['a check follows one that did not fail'] : []
}

const twice = (names: readonly string[]): readonly string[] => {
  const [known, found] = [new Set<string>(), new Set<string>()]
  for (const name of names) (known.has(name) ? found : known).add(name)
  return [...found]
}
