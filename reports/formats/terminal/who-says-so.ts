import type { CheckResult } from '../../results/results.ts'
import { counted } from '../../text/counted.ts'
import { grouped } from '../../text/grouped.ts'
import { citedPlaces, type CitedPlace } from '../cited-places.ts'

/** Sections of one document that are named; whoever wants all of them reads results.json. */
const sectionsShown = 4

/** Lines of one section that are named. */
const rangesShown = 8

/** Other sources that are named. */
const sourcesShown = 3

/** The evidence of a check in words, and the vendor's page, as near to it as is known. */
export interface Evidence {
  readonly text: string
  readonly page?: string
}

type Cited = Pick<CheckResult, 'citations' | 'requirements' | 'operation'>

/**
 * The evidence of a check: documents by their titles with sections and lines, those of the check's operation first, other
 * sources, and the rules of the register.
 */
export function evidenceOf(check: Cited): Evidence {
  const places = citedPlaces(check)
  if (places.length === 0) return { text: 'nobody: noted only' }
  const documents = places.filter(({ kind }) => kind === 'document')
  const others = places.filter(({ kind }) => kind !== 'document').map(({ source }) => source)
  const more = others.length - sourcesShown
  const told = [
    ...[...grouped(documents, ({ source }) => source).values()].map(documentText),
    ...others.slice(0, sourcesShown),
  ].join('; ')
  const { requirements } = check
  const text = [
    told,
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(requirements.length === 0 ? [] : [`(rule ${requirements.join(', ')})`]),
  ].join(' ')
  const page = documents[0]?.page
  return { text, ...(page !== undefined && { page }) }
}

/** The evidence of a check in one line. */
export function whoSaysSo(check: Cited): string {
  const { text, page } = evidenceOf(check)
  return page === undefined ? text : `${text} ${page}`
}

const documentText = (places: readonly [CitedPlace, ...CitedPlace[]]): string => {
  const [{ source }] = places
  const rest = places.length - sectionsShown
  const shown = places.slice(0, sectionsShown).map(sectionText)
  // of a document of which nothing is known but its file, the lines are what there is
  const gap = places.every(({ section }) => section === undefined) ? ':' : ': '
  return `${source}${gap}${shown.join('; ')}${rest > 0 ? ` and ${counted(rest, 'more section')}` : ''}`
}

const sectionText = ({ section, lines }: CitedPlace): string => {
  const rest = lines.length - rangesShown
  const ranges = `${lines.slice(0, rangesShown).join(',')}${rest > 0 ? ` and ${rest} more` : ''}`
  if (section === undefined) return ranges
  const { number, name } = section
  return `${number === undefined ? '' : `${number} `}${name} ${ranges}`
}
