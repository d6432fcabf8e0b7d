import { linesText, sourceText, type Citation } from '../../../specs/contract/citation.ts'
import type { CheckResult } from '../../results/results.ts'
import { grouped } from '../../text/grouped.ts'

/** Lines of one document that are named; whoever wants all of them reads results.json. */
const rangesShown = 8

/** Other sources that are named. */
const sourcesShown = 3

/** The evidence of a check in one line: documents with their lines, other sources, and the rules of the register. */
export function whoSaysSo({
  citations,
  requirements,
}: Pick<CheckResult, 'citations' | 'requirements'>): string {
  const bySource = grouped(citations, sourceText)
  const places = [...bySource].map(([source, cited]) => ({
    text: `${source}${rangesOf(cited)}`,
    isDocument: cited.some(({ kind }) => kind === 'document'),
  }))
  const documents = places.filter(({ isDocument }) => isDocument)
  const others = places.filter(({ isDocument }) => !isDocument)
  const more = others.length - sourcesShown
  const named = [...documents, ...others.slice(0, sourcesShown)].map(({ text }) => text).join('; ')
  const rules = requirements.length === 0 ? '' : ` (rule ${requirements.join(', ')})`
  const rest = more > 0 ? ` and ${more} more` : ''
  return places.length === 0 ? 'nobody: noted only' : `${named}${rest}${rules}`
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
