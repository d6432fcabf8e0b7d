import { allCases, areQuestions } from '../../harness/all-cases.ts'
import { didYouMean } from '../../harness/nearest.ts'
import { quoted, type Problem } from '../../harness/problem.ts'
import type { RunPlan } from '../../harness/run/run-plan.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { dangersOf } from '../../suites/actors/danger.ts'
import { mayAskOf, selectedBy } from '../../suites/runner/selection.ts'

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
const emptySelection = async ({ vendors, selection }: RunPlan): Promise<readonly Problem[]> => {
  const { only, axes } = selection
  if (only.length + axes.length === 0) return []
  const questions = await allCases(vendors, mayAskOf(only))
  if (!areQuestions(questions)) return questions
  const wanted = selectedBy({ only, axes })
  const found = questions.some(({ cases }) =>
    cases.some((one) => one.checks.some((check) => wanted(check, one))),
  )
  return found ? [] : [nothingMatches(selection)]
}

/** The slip of whoever asks for checks that there are not. */
export function nothingMatches({ only, axes }: RunPlan['selection']): Problem {
  return {
    code: 'NOTHING_MATCHES',
    message: `no check matches ${[...only, ...axes].join(', ')}`,
    hint: 'orgproof list shows every check; * stands for anything, slashes included',
  }
}
