import { allCases, areQuestions } from '../../harness/all-cases.ts'
import { ownVersion } from '../../harness/version.ts'
import known from '../../reports/baselines/reference.json' with { type: 'json' }
import { collect } from '../../reports/results/collect.ts'
import { inventedTarget } from '../../reports/results/invented-results.ts'
import type { Results } from '../../reports/results/results.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { CheckReport } from '../../suites/runner/messages.ts'
import type { Check, JudgedCheck } from '../../suites/verdict/verdict.ts'

/** For tests: when the runs of these results began and ended. */
export const embeddedRun = {
  startedAt: '2026-03-01T10:00:00.000Z',
  finishedAt: '2026-03-01T10:01:00.000Z',
} as const

/** For tests: in what a run differs from that of the embedded endpoint. */
export interface Differing {
  readonly id?: string
  /** the verdicts of some checks, by id */
  readonly otherwise?: Readonly<Record<string, Partial<JudgedCheck>>>
  /** checks of the run, of all that there are */
  readonly asked?: (check: Check) => boolean
}

/**
 * For tests: the results of a whole run of some vendors at the embedded endpoint, as its committed baseline tells them,
 * without running it.
 */
export async function embeddedResults(
  vendors: readonly VendorId[],
  { id = 'run-1', otherwise = {}, asked = () => true }: Differing = {},
): Promise<Results> {
  const found = await allCases(vendors)
  if (!areQuestions(found)) throw new Error(JSON.stringify(found))
  const parties = found.map(({ vendor }) => ({
    vendor,
    target: { ...inventedTarget, name: `reference-${vendor.id}`, vendor: vendor.id, absent: {} },
    left: [],
  }))
  const reports = found.flatMap(({ cases }) =>
    cases
      .flatMap(({ checks }) => checks)
      .filter(asked)
      .map((check) => reportOf(check, otherwise[check.id])),
  )
  return collect({
    suite: { name: 'orgproof', version: ownVersion() },
    run: {
      id,
      ...embeddedRun,
      seed: 1,
      selection: { only: [], axes: [] },
      planned: reports.length,
      complete: true,
    },
    parties,
    reports,
  })
}

const reportOf = (check: Check, differs: Partial<JudgedCheck> = {}): CheckReport => {
  const target = `reference-${check.vendor}`
  const verdicts: Readonly<Record<string, { readonly checks: Readonly<Record<string, string>> }>> =
    known.targets
  const absent = verdicts[target]?.checks[check.id] === 'absent'
  const usual = absent
    ? { verdict: 'absent' as const, code: 'undue-refusal' as const }
    : { verdict: 'pass' as const }
  return { judged: { ...check, target, exchanges: [], ...usual, ...differs }, exchanges: [] }
}
