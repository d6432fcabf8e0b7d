import { citationKey } from '../../../specs/contract/citation.ts'
import type { CheckResult } from '../../results/results.ts'
import { evidenceOf } from '../terminal/who-says-so.ts'
import type { PageEvidence } from './page-data.ts'
import type { TextTable } from './text-table.ts'

/** Who says so, for all checks of a page. */
export interface EvidenceTable {
  readonly evidence: readonly PageEvidence[]
  readonly placeOf: (check: CheckResult) => number
}

/** A table of what checks rest on, in words: most share it with others. */
export function evidenceTable({ placeOf }: TextTable): EvidenceTable {
  const evidence: PageEvidence[] = []
  const known = new Map<string, number>()
  const told = new Map<string, number>()
  const place = (check: CheckResult): number => {
    const { text, page = '' } = evidenceOf(check)
    const said = `${text}\n${page}`
    const before = told.get(said) ?? evidence.push([placeOf(text), placeOf(page)]) - 1
    told.set(said, before)
    return before
  }
  return {
    evidence,
    placeOf: (check) => {
      const { operation, citations, requirements } = check
      const key = [operation, ...citations.map(citationKey), ...requirements].join('\n')
      const found = known.get(key) ?? place(check)
      known.set(key, found)
      return found
    },
  }
}
