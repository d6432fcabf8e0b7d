import { linesText, sourceText, type Citation } from '../../../specs/contract/citation.ts'
import type { CheckResult } from '../../results/results.ts'
import { grouped } from '../../text/grouped.ts'

/** Lines of one document that are named; whoever wants all of them reads results.json. */
const rangesShown = 8

/** The evidence of a check in one line: documents with their lines, and the rules of the register. */
export function whoSaysSo({
  citations,
  requirements,
}: Pick<CheckResult, 'citations' | 'requirements'>): string {
  const bySource = grouped(citations, sourceText)
  const places = [...bySource].map(([source, cited]) => `${source}${rangesOf(cited)}`)
  const rules = requirements.length === 0 ? '' : ` (rule ${requirements.join(', ')})`
  return places.length === 0 ? 'nobody: noted only' : `${places.join('; ')}${rules}`
}

const rangesOf = (citations: readonly Citation[]): string => {
  const ranges = citations.flatMap((citation) =>
    citation.kind === 'document' ? [linesText(citation)] : [],
  )
  const unique = [...new Set(ranges)]
  if (unique.length === 0) return ''
  const rest = unique.length - rangesShown
  return `:${unique.slice(0, rangesShown).join(',')}${rest > 0 ? ` and ${rest} more` : ''}`
}
