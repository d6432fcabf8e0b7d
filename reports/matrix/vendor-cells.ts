import { cite, uniqueCitations, type Citation } from '../../specs/contract/citation.ts'
import type { Feature } from '../../specs/vendor/feature.ts'
import { lacking, offers, operationsOf, says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { absenceCitations } from '../../suites/case/absence.ts'
import type { Check } from '../../suites/verdict/verdict.ts'
import type { VendorCell } from './matrix.ts'
import type { Story, VendorSource } from './source.ts'

/**
 * Whether a vendor offers a feature, with which operations, and where its documents describe them. For a feature
 * without verbs those speak that the checks of the cases that need it cite.
 */
export function featureCell({ vendor, cases }: VendorSource, feature: Feature): VendorCell {
  const found = operationsOf(vendor, [feature])
  const operations = found.map(({ name }) => name)
  const described = found.map(({ citation }) => citation)
  if (!offers(vendor, feature)) {
    const absent = vendor.profile.absent[feature]
    return {
      offered: false,
      reason: lackOf(vendor, feature),
      operations: absent === undefined ? operations : [],
      citations: absent?.evidence ?? described,
    }
  }
  const needing = cases.filter(({ needs }) => needs.includes(feature))
  const rules = rulesOf(needing.flatMap(({ checks }) => checks))
  const citations = found.length > 0 ? described : rules
  return { offered: true, operations, citations }
}

/** The number a vendor states for a limit, and who says so. */
export function limitCell({ profile }: Vendor, name: LimitName): VendorCell {
  const limit = profile.limits[name]
  if (limit === undefined) return { offered: false, reason: 'not stated', citations: [] }
  return { offered: true, value: limit.value, citations: [limit.evidence] }
}

/** Whether a vendor offers all that a story needs, and the rules that the story establishes of it. */
export function storyCell({ vendor, cases }: VendorSource, story: Story): VendorCell {
  const missing = lacking(vendor, story.needs)
  if (missing !== undefined) {
    const reason = `${missing}: ${lackOf(vendor, missing)}`
    return { offered: false, reason, citations: absenceCitations(vendor, story.needs) }
  }
  const id = `${story.kind ?? 'scenario'}/${story.id}`
  const checks = cases.find((one) => one.id === id)?.checks ?? []
  const rules = rulesOf(checks.filter(({ axis }) => axis !== 'shape'))
  const operations = operationsOf(vendor, story.needs).map(({ citation }) => citation)
  return { offered: true, citations: rules.length > 0 ? rules : operations }
}

/** Which code answers a mistake, how firmly, and who says so: the row's lines, else what the checks of it cite. */
export function refusalCell({ vendor, cases }: VendorSource, name: RefusalName): VendorCell {
  const row = vendor.refusals.refusals[name]
  if (row === undefined) return { offered: false, reason: 'no code', citations: [] }
  const { answers, operations, level } = row
  const lines = row.citations.map((evidence) => cite(vendor.contract.document, evidence))
  const checks = cases.flatMap((one) => one.checks.filter(({ refusal }) => refusal === name))
  return {
    offered: true,
    answers,
    ...(operations !== undefined && { elsewhere: operations }),
    level,
    citations: lines.length > 0 ? lines : rulesOf(checks),
  }
}

/** What checks cite, each place once. */
const rulesOf = (checks: readonly Check[]): readonly Citation[] =>
  uniqueCitations(checks.flatMap(({ citations }) => citations))

/** Why a feature is not offered: the profile's word for it, or the verbs that it has no way to say. */
const lackOf = (vendor: Vendor, feature: Feature): string => {
  const verbs = vendor.features[feature]?.verbs ?? []
  const missing = verbs.filter((verb) => !says(vendor, verb))
  const unsaid =
    missing.length === verbs.length
      ? 'no operation offers it'
      : `no operation says ${missing.join(', ')}`
  return vendor.profile.absent[feature]?.reason ?? unsaid
}
