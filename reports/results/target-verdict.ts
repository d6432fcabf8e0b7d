import { runVerdict, type RunVerdict } from '../../suites/verdict/verdict.ts'
import type { CheckResult } from './results.ts'

/**
 * The verdict of a target: what its checks come to, but nothing is called conformant by a run that did not come to its
 * end.
 */
export function targetVerdict(checks: readonly CheckResult[], complete: boolean): RunVerdict {
  const verdict = runVerdict(checks)
  return verdict === 'conformant' && !complete ? 'incomplete' : verdict
}
