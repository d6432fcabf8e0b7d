import type { Citation } from '../../specs/contract/citation.ts'
import type { Feature } from '../../specs/vendor/feature.ts'
import { lacking, offers } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
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
    target.absent[missing] ?? vendor.profile.absent[missing]?.reason ?? 'no operation offers it'
  return { verdict: 'absent', code: missing, reason: declared, exchanges: [] }
}

/**
 * Who says that a vendor does not offer what is needed: of the first feature that it lacks, by its profile. None where it
 * offers all. It is known before anything is asked, so that checks cite it as they cite the rules.
 */
export function absenceCitations(vendor: Vendor, needs: readonly Feature[]): readonly Citation[] {
  const missing = lacking(vendor, needs)
  return missing === undefined ? [] : (vendor.profile.absent[missing]?.evidence ?? [])
}
