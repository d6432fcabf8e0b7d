import { isDeepStrictEqual } from 'node:util'

import { requiredLevels, requirementsOf } from '../../specs/vendor/requirement-set.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { Certificate } from './certificate.ts'
import type { NamedSet } from './named-set.ts'

/** What a certificate is held against to see whether it still says anything of today. */
export interface Today {
  /** milliseconds since 1970-01-01T00:00Z */
  readonly now: number
  /** the requirement set of the release that looks */
  readonly current: NamedSet
  /** the one that the certificate names; undefined where the release that looks does not know it */
  readonly named: NamedSet | undefined
}

/** Why a certificate says nothing of today, a sentence each: time, documents or what is asked have moved on. */
export function lapses(certificate: Certificate, today: Today): readonly string[] {
  const { issuedAt, expiresAt, targets } = certificate
  const vendors = [...new Set(targets.map(({ vendor }) => vendor))]
  return [
    ...(today.now < Date.parse(issuedAt) ? [`it is issued only at ${issuedAt}`] : []),
    ...(today.now >= Date.parse(expiresAt) ? [`it expired at ${expiresAt}`] : []),
    ...(today.named === undefined
      ? [`this release, ${today.current.set.version}, does not know its requirement set`]
      : []),
    ...vendors.flatMap((vendor) => [
      ...documentLapses(certificate, vendor, today),
      ...requirementLapses(certificate, vendor, today),
    ]),
  ]
}

const documentLapses = (
  { targets }: Certificate,
  vendor: VendorId,
  { current: { set } }: Today,
): readonly string[] => {
  const documents = requirementsOf(set, vendor)?.documents
  const kept = targets
    .filter((target) => target.vendor === vendor)
    .every((target) => isDeepStrictEqual(target.documents, documents))
  return kept ? [] : [`the documents of ${vendor} are other editions in ${set.version}`]
}

const requirementLapses = (
  { requirements }: Certificate,
  vendor: VendorId,
  { current, named }: Today,
): readonly string[] => {
  if (named === undefined) return []
  const [before, after] = [named, current].map(({ set }) => requirementsOf(set, vendor))
  const asks = (found: typeof before) => found && requiredLevels(found)
  return after !== undefined && isDeepStrictEqual(asks(before), asks(after))
    ? []
    : [
        `what is asked of ${vendor} has moved on from ${requirements.version} to ${current.set.version}`,
      ]
}
