import { citationKey, type Citation } from '../../../specs/contract/citation.ts'
import type { CheckResult } from '../../results/results.ts'
import type { PageCitation, PageEvidence } from './page-data.ts'
import type { TextTable } from './text-table.ts'

/** Who says so, for all checks of a page. */
export interface EvidenceTable {
  readonly citations: readonly PageCitation[]
  readonly evidence: readonly PageEvidence[]
  readonly placeOf: (check: CheckResult) => number
}

/** A table of what checks rest on: most share it with others. */
export function evidenceTable({ placeOf }: TextTable): EvidenceTable {
  const citations: PageCitation[] = []
  const evidence: PageEvidence[] = []
  const places = new Map<string, number>()
  const known = new Map<string, number>()
  const citationPlace = (citation: Citation): number => {
    const key = citationKey(citation)
    const place = places.get(key) ?? citations.push(withoutHash(citation)) - 1
    places.set(key, place)
    return place
  }
  return {
    citations,
    evidence,
    placeOf: (check) => {
      const cited = check.citations.map(citationPlace)
      const rules = check.requirements.map(placeOf)
      const key = `${cited.join(' ')};${rules.join(' ')}`
      const place = known.get(key)
      if (place !== undefined) return place
      known.set(key, evidence.length)
      return evidence.push([cited, rules]) - 1
    },
  }
}

/** A reader looks a place up; its hash is for programs, which read results.json. */
const withoutHash = (citation: Citation): PageCitation => {
  if (!('sha256' in citation)) return citation
  const { sha256: _, ...rest } = citation
  return rest
}
