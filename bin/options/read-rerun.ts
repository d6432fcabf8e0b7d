import { problemsOf, type Problem } from '../../harness/problem.ts'
import type { RunPlan } from '../../harness/run/run-plan.ts'
import { targetName } from '../../harness/run/target-name.ts'
import { isSamePlace } from '../../reports/certificate/certifiable.ts'
import type { Results, TargetResult } from '../../reports/results/results.ts'
import { unsettledCases } from '../../reports/results/unsettled-cases.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { readResults } from '../files/read-results.ts'
import { asksAny, nothingMatches, type PlanReading } from './plan-problems.ts'

/**
 * Narrows a plan to the cases of the checks that came to `fail`, `error` or `inconclusive` in an earlier run. Results of
 * other targets than those of the plan are refused; of several targets those that the plan does not ask are left out.
 * Without a plan only what is wrong with the results is told.
 */
export async function readRerun(path: string, plan: RunPlan | undefined): Promise<PlanReading> {
  const read = await readResults(path)
  if ('problems' in read || plan === undefined) return { problems: problemsOf(read) }
  const known = plan.vendors.filter((id) => isAmong(read.content, plan, id))
  if (known.length === 0) return { problems: [ofAnother(path, read.content)] }
  const cases = casesOf(read.content, plan, known)
  const vendors = known.filter((id) => cases[targetName(plan.target.name, id)] !== undefined)
  if (vendors.length === 0)
    return nothingAgain(`${path} has no check that failed, broke or stayed open`)
  const { selection } = plan
  const again = { ...plan, vendors, selection: { ...selection, cases } }
  const unnarrowed = { ...again, selection: { only: [], axes: [], cases } }
  if (!(await asksAny(unnarrowed))) return { problems: [nothingMatches(unnarrowed.selection)] }
  if (await asksAny(again)) return { plan: again }
  return nothingAgain(`nothing that is selected failed, broke or stayed open in ${path}`)
}

const nothingAgain = (why: string): PlanReading => ({ nothing: `nothing to ask again: ${why}` })

const casesOf = (
  results: Results,
  { target }: RunPlan,
  vendors: readonly VendorId[],
): Readonly<Record<string, readonly string[]>> => {
  const unsettled = unsettledCases(results)
  const names = vendors.map((id) => targetName(target.name, id))
  return Object.fromEntries(
    names.flatMap((name) => {
      const own = unsettled[name]
      return own === undefined ? [] : [[name, own]]
    }),
  )
}

const isAmong = ({ targets }: Results, plan: RunPlan, id: VendorId): boolean =>
  targets.some((one) => one.vendor === id && isTargetOf(plan, one))

/** The embedded endpoint has another port each time, like whatever else is on this machine. */
const isTargetOf = ({ target }: RunPlan, { name, vendor, endpoint }: TargetResult): boolean =>
  name === targetName(target.name, vendor) &&
  isSamePlace(endpoint, target.endpoint ?? 'http://127.0.0.1')

const ofAnother = (path: string, { targets }: Results): Problem => {
  const names = targets.map(({ name }) => name)
  return {
    code: 'RESULTS_OF_ANOTHER_TARGET',
    message: `${path} is of ${names.join(', ')}: of none of the targets that are to be asked now`,
    hint: 'name the target that the earlier run was given',
  }
}
