import { own as ownOf } from '../../specs/contract/own.ts'
import { selectedBy } from '../../suites/runner/selection.ts'
import { runVerdict, type Verdict } from '../../suites/verdict/verdict.ts'
import { asksEverything } from '../results/asks-everything.ts'
import { executedOf, type Baseline, type TargetBaseline } from '../results/baseline.ts'
import { caseInId } from '../results/case-in-id.ts'
import type { CheckResult } from '../results/results.ts'
import { grouped } from '../text/grouped.ts'
import type { EndpointSource, Observed, VendorSource } from './source.ts'

/**
 * The endpoints of a baseline, as a matrix takes them. A baseline of one target has the name of its file, which tells
 * versions apart. Throws for a target that was asked nothing of one vendor's own: nothing says which documents to hold
 * it against.
 */
export function endpointsOfBaseline(
  file: string,
  { suite, seed, selection, targets }: Baseline,
  vendors: readonly VendorSource[],
): readonly EndpointSource[] {
  const parts = Object.entries(targets)
  const wanted = selectedBy(selection)
  const all = asksEverything(selection)
  return parts.map(([target, part]) => {
    const { vendor, cases } = vendorOf(target, part, vendors)
    const checks = cases.flatMap((one) => one.checks.filter((check) => wanted(check, one)))
    const judged = checks.map((check): CheckResult => {
      const verdict = part.checks[check.id] ?? 'pass'
      return { ...check, target, verdict, exchanges: [], requirements: [] }
    })
    const name = parts.length === 1 ? file : target
    const observed = observedOf(judged, part)
    const verdict = runVerdict(observed.map((one) => ({ ...one, exchanges: [] })))
    const facts = { name, vendor: vendor.id, verdict, source: 'baseline', suite, seed } as const
    return { ...facts, whole: all, limits: {}, observed }
  })
}

/** The vendor whose own cases were executed: those that no other vendor has. */
const vendorOf = (
  target: string,
  { executed }: TargetBaseline,
  vendors: readonly VendorSource[],
): VendorSource => {
  const known = grouped(
    vendors.flatMap(({ cases }) => cases.map(({ id }) => id)),
    (id) => id,
  )
  const found = vendors.find(({ cases }) =>
    cases.some(({ id }) => known.get(id)?.length === 1 && ownOf(executed, id) !== undefined),
  )
  if (found === undefined) {
    throw new Error(`the baseline of ${target} has no check of a vendor's own contract or protocol`)
  }
  return found
}

/** A case whose ids are not today's says of each check only what is listed, and how many others passed. */
const observedOf = (
  judged: readonly CheckResult[],
  { checks, executed }: TargetBaseline,
): readonly Observed[] => {
  const today = grouped(judged, (check) => check.case)
  const now = executedOf(judged)
  const listedBy = grouped(Object.entries(checks), ([id]) => caseInId(id))
  return Object.entries(executed).flatMap(([name, { count, ids }]): readonly Observed[] => {
    const known = today.get(name) ?? []
    if (ownOf(now, name)?.ids === ids) return known
    const listed = listedBy.get(name) ?? []
    const older = olderFrom(name, known[0]?.feature)
    const passed = count - listed.length
    return [
      ...listed.map(
        ([id, verdict]) => known.find((check) => check.id === id) ?? older(id, verdict),
      ),
      ...(passed > 0 ? [{ ...older(name, 'pass'), times: passed }] : []),
    ]
  })
}

/** A check of an older suite: all that is known is the case it belonged to. */
const olderFrom =
  (name: string, feature: string | undefined) =>
  (id: string, verdict: Verdict): Observed => ({
    id,
    case: name,
    verdict,
    level: 'must',
    citations: [],
    ...(feature !== undefined && { feature }),
  })
