import { isDeepStrictEqual } from 'node:util'

import { requiredLevels, requirementsOf } from '../../specs/vendor/requirement-set.ts'
import type { Certificate } from './certificate.ts'
import { countsByLevel } from './count-checks.ts'
import type { NamedSet } from './named-set.ts'

/** What a certificate says against the requirement set that it names, a sentence each. */
export function setContradictions(
  { requirements, targets }: Certificate,
  { set, sha256 }: NamedSet,
): readonly string[] {
  if (requirements.sha256 !== sha256) {
    return [`the requirement set ${set.version} that it names is not the one that was released`]
  }
  return targets.flatMap(({ name, vendor, documents, required }) => {
    const own = requirementsOf(set, vendor)
    if (own === undefined) return [`the requirement set ${set.version} asks nothing of ${vendor}`]
    const levels = countsByLevel(requiredLevels(own).values())
    return [
      ...(isDeepStrictEqual(documents, own.documents)
        ? []
        : [`the documents of ${name} are not those of the requirement set`]),
      ...(isDeepStrictEqual(required, levels)
        ? []
        : [`the requirement set asks another number of checks of ${name}`]),
    ]
  })
}
