import type { Feature } from '../../specs/vendor/feature.ts'
import { offers } from '../../specs/vendor/features.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { CaseContext } from './case-context.ts'

/**
 * The judgement on what needs features of which one is absent: the target declares so, or the vendor
 * does not offer it. Undefined when all are there.
 */
export function absence(
  { vendor, target }: Pick<CaseContext, 'vendor' | 'target'>,
  needs: readonly Feature[],
): Judgement | undefined {
  const missing = needs.find((feature) => target.absent[feature] ?? !offers(vendor, feature))
  if (missing === undefined) return undefined
  const declared =
    target.absent[missing] ?? vendor.profile.absent[missing] ?? 'no operation offers it'
  return { verdict: 'absent', code: missing, reason: declared, exchanges: [] }
}
