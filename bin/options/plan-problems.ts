import { allCases, areQuestions } from '../../harness/all-cases.ts'
import { didYouMean } from '../../harness/nearest.ts'
import { quoted, type Problem } from '../../harness/problem.ts'
import type { RunPlan } from '../../harness/run/run-plan.ts'
import { targetName } from '../../harness/run/target-name.ts'
import { asksEverything } from '../../reports/results/asks-everything.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { dangersOf } from '../../suites/actors/danger.ts'
import { mayAskOf, selectedBy } from '../../suites/runner/selection.ts'

/** A plan, or that there is nothing to ask, or what is in the way. */
export type PlanReading =
  | { readonly plan: RunPlan }
  | { readonly nothing: string }
  | { readonly problems: readonly Problem[] }

/** What is wrong with a plan beside the vendors' own facts: names that they do not know, a selection of nothing. */
export async function planProblems(plan: RunPlan): Promise<readonly Problem[]> {
  return [
    ...(await strayPaths(plan)),
    ...(await strayAllowances(plan)),
    ...(await emptySelection(plan)),
  ]
}

/** Paths are given by operation: a slip of a name would be overlooked. The names themselves are not printed. */
const strayPaths = async ({ vendors, target }: RunPlan): Promise<readonly Problem[]> => {
  const names = Object.keys(target.paths ?? {})
  if (names.length === 0) return []
  const loaded = await Promise.all(vendors.map(loadVendor))
  const known = loaded.flatMap(({ contract }) => [...contract.operations.keys()])
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      code: 'UNKNOWN_OPERATION',
      message: `the target ${target.name} gives a path to an operation that ${vendors.join(', ')} has not`,
      hint: didYouMean(name, known) ?? 'orgproof list --json names every operation',
    }))
}

/** Whatever is allowed by name is an operation that nothing takes back; anything else is a slip. */
const strayAllowances = async ({ vendors, target }: RunPlan): Promise<readonly Problem[]> => {
  const { allow = [] } = target
  if (allow.length === 0) return []
  const loaded = await Promise.all(vendors.map(loadVendor))
  const known = loaded.flatMap((vendor) => {
    const dangers = dangersOf(vendor)
    return [...vendor.contract.operations.keys()].filter((one) => dangers(one) === 'irreversible')
  })
  return allow
    .filter((name) => !known.includes(name))
    .map((name) => ({
      code: 'NOT_IRREVERSIBLE',
      message: `${quoted(name)} is allowed by name, and is no operation that nothing takes back`,
      hint: didYouMean(name, known) ?? `such are ${known.join(', ')}`,
    }))
}

/** A selection that no check fits is a slip of the pen; an empty shard of a whole run is not. */
const emptySelection = async (plan: RunPlan): Promise<readonly Problem[]> =>
  (await asksAny(plan)) ? [] : [nothingMatches(plan.selection)]

/** Whether a plan asks anything, its shard apart. */
export async function asksAny({ vendors, target, selection }: RunPlan): Promise<boolean> {
  const { shard: _, ...whole } = selection
  if (asksEverything(whole)) return true
  const questions = await allCases(vendors, mayAskOf(whole))
  if (!areQuestions(questions)) return true
  return questions.some(({ vendor, cases }) => {
    const wanted = selectedBy(whole, targetName(target.name, vendor.id))
    return cases.some((one) => one.checks.some((check) => wanted(check, one)))
  })
}

/** The slip of whoever asks for checks that there are not. */
export function nothingMatches({ only, axes, cases }: RunPlan['selection']): Problem {
  const named = [
    ...only,
    ...axes,
    ...(cases === undefined ? [] : ['the cases that are asked again']),
  ]
  return {
    code: 'NOTHING_MATCHES',
    message: `no check matches ${named.join(', ')}`,
    hint: 'orgproof list shows every check; * stands for anything, slashes included',
  }
}
