import { expect } from 'vitest'

import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { casesFor } from '../../suites/runner/cases-for.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { mayAskOf, selectedBy } from '../../suites/runner/selection.ts'
import type { StruckRun } from './stop-trial.ts'

/** For tests: the vendors in whose organizations a run can write. */
export type Writable = 'aws' | 'huawei' | 'tencent'

/** For tests: cases that write units, policies, tags, invitations, members, delegations. */
export const only: readonly string[] = [
  'contract/*/CreatePolicy/*',
  'contract/*/RegisterDelegatedAdministrator/*',
  'contract/*/MoveOrganizationMembersToNode/*',
  'scenario/unit-*',
  'scenario/policy-attach-detach/*',
  'scenario/unit-tags/*',
  'scenario/invite-*',
  'scenario/delegates/*',
]

/** For tests: how many checks the globs fit. */
export async function plannedOf(id: VendorId, globs: readonly string[] = only): Promise<number> {
  const wanted = selectedBy({ only: globs, axes: [] })
  const mayAsk = mayAskOf({ only: globs })
  const cases = casesFor(await loadVendor(id), await loadScenarios(mayAsk), mayAsk)
  return cases.flatMap((one) => one.checks.filter((check) => wanted(check, one))).length
}

/** For tests: a run that was stopped in good order says so of all `count` checks, and leaves nothing. */
export function expectOrderly(run: StruckRun, count: number): void {
  expect(run.stderr).toContain('stopping')
  expect(run.end, run.stderr).toBe(130)
  expect(run.results?.run.complete).toBe(false)
  expect(run.results?.checks).toHaveLength(count)
  expect(run.results?.targets.map(({ left }) => left)).toEqual([[]])
  expect(run.results?.checks.filter(({ verdict }) => verdict === 'error')).toEqual([])
}
