import type { Level } from '../../specs/vendor/requirement.ts'
import {
  runVerdict,
  verdicts,
  type Judgement,
  type RunVerdict,
} from '../../suites/verdict/verdict.ts'
import type { CertifiedTarget, Statement } from './certificate.ts'
import { placesOf } from './count-checks.ts'

/** What the counts of a target come to: as the checks would, and nothing is conformant while a `must` is missing. */
export function certifiedVerdict({
  scored,
  missing,
}: Pick<CertifiedTarget, 'scored' | 'missing'>): RunVerdict {
  const found = placesOf(scored).flatMap(({ level, totals }) =>
    verdicts
      .filter((verdict) => totals[verdict] > 0)
      .map((verdict): Judgement & { readonly level: Level } => ({ level, verdict, exchanges: [] })),
  )
  const verdict = runVerdict(found)
  return verdict === 'conformant' && missing.must > 0 ? 'incomplete' : verdict
}

/** The worst of several verdicts: what contradicts the documents weighs more than what is not known. */
export function worstVerdict(found: readonly RunVerdict[]): RunVerdict {
  const worst = (['nonconformant', 'incomplete'] as const).find((one) => found.includes(one))
  return worst ?? 'conformant'
}

/**
 * The verdict in in-toto's words. Where it is not known that a target conforms, its test has failed: whoever looks for
 * PASSED alone must not be told so of what was never asked.
 */
export function testResult(
  verdict: RunVerdict,
  warned: readonly string[],
): Statement['predicate']['result'] {
  if (verdict !== 'conformant') return 'FAILED'
  return warned.length === 0 ? 'PASSED' : 'WARNED'
}
