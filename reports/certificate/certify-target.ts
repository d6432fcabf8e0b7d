import {
  requiredLevels,
  requirementsOf,
  type RequirementSet,
  type VendorRequirements,
} from '../../specs/vendor/requirement-set.ts'
import type { CheckResult, TargetResult } from '../results/results.ts'
import type { CertifiedTarget } from './certificate.ts'
import { certifiedVerdict } from './certified-verdict.ts'
import { countsByAxis, countsByLevel, tally, type LeveledCheck } from './count-checks.ts'

/** A target as it is certified, and the checks that deviate: those that make it nonconformant, and the others. */
export interface TargetCertification {
  readonly certified: CertifiedTarget
  readonly failed: readonly CheckResult[]
  readonly warned: readonly CheckResult[]
}

/**
 * Holds the checks of a target against a requirement set. Those that the set has count at the level that they have
 * there; those that came later keep their verdicts beside them. Throws a RangeError when the set lacks the vendor.
 */
export function certifyTarget(
  target: TargetResult,
  checks: readonly CheckResult[],
  set: RequirementSet,
): TargetCertification {
  const requirements = ofVendor(set, target)
  const levels = requiredLevels(requirements)
  const scored = checks.flatMap((check): readonly LeveledCheck[] => {
    const level = levels.get(check.id)
    return level === undefined ? [] : [{ check, level }]
  })
  const later = checks.filter(({ id }) => !levels.has(id))
  const asked = new Set(checks.map(({ id }) => id))
  const counts = {
    scored: countsByAxis(scored),
    notScored: countsByAxis(later.map((check) => ({ check, level: check.level }))),
    required: countsByLevel(levels.values()),
    missing: countsByLevel([...levels].flatMap(([id, level]) => (asked.has(id) ? [] : [level]))),
  }
  const failed = scored
    .filter(({ check, level }) => level === 'must' && check.verdict === 'fail')
    .map(({ check }) => check)
  const warned = checks.filter((check) => deviates(check) && !failed.includes(check))
  return { certified: certified(target, checks, { requirements, counts }), failed, warned }
}

const ofVendor = (set: RequirementSet, { vendor }: TargetResult): VendorRequirements => {
  const own = requirementsOf(set, vendor)
  if (own !== undefined) return own
  throw new RangeError(`the requirement set ${set.version} asks nothing of ${vendor}`)
}

const deviates = ({ verdict }: CheckResult): boolean => verdict === 'fail' || verdict === 'warn'

interface Held {
  readonly requirements: VendorRequirements
  readonly counts: Pick<CertifiedTarget, 'scored' | 'notScored' | 'required' | 'missing'>
}

const certified = (
  {
    name,
    vendor,
    endpoint,
    identity,
    readOnly,
    verdict,
    absent,
    limits,
    left,
    requirements: rules,
  }: TargetResult,
  checks: readonly CheckResult[],
  { requirements: { documents }, counts }: Held,
): CertifiedTarget => ({
  name,
  vendor,
  endpoint,
  ...(identity && { identity }),
  readOnly,
  verdict: certifiedVerdict(counts),
  runVerdict: verdict,
  documents,
  absent,
  limits,
  left: left.length,
  ...counts,
  untestable: codesOf(checks, 'untestable'),
  absentChecks: codesOf(checks, 'absent'),
  rules,
})

/** How many checks there are of each code; what older results could not name is counted, too. */
const codesOf = (
  checks: readonly CheckResult[],
  wanted: CheckResult['verdict'],
): Readonly<Record<string, number>> =>
  tally(
    checks.filter(({ verdict }) => verdict === wanted).map(({ code = 'without-a-code' }) => code),
  )
