import { cite, type LineCitation } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'
import type { Manual } from './manual.ts'
import { cellsOf } from './table.ts'
import { headingAfter, textLines } from './text.ts'

/** What a manual says before and after its APIs. */
export interface FrontMatter {
  readonly title: string
  /** The date on its cover, `2024-03-14`. */
  readonly date: string
  readonly endpoints: readonly Endpoint[]
  readonly envelope: Envelope
}

/** A host that the service answers on. */
interface Endpoint {
  readonly host: string
  readonly citation: LineCitation
}

/** The members of the body of a refusal, read off the example that shows it. */
interface Envelope {
  readonly members: readonly string[]
  readonly citation: LineCitation
}

/** Reads them. Throws with the line where one is missing. */
export function readFrontMatter(document: SourceDocument, manual: Manual): FrontMatter {
  const subtitle = headingAfter(document, 0, 'API Reference')
  const title = textLines(document, { from: 1, to: subtitle - 1 }).at(-1)?.text
  if (title === undefined) throw documentError(document, 1, 'the name of the service')
  const [, date] = /^Date\s+(\d{4}-\d{2}-\d{2})$/u.exec(coverLine(document, 'Date')) ?? []
  if (date === undefined) throw documentError(document, subtitle, 'the date of the issue')
  expectHistory(document, manual)
  return { title, date, endpoints: readEndpoints(document), envelope: readEnvelope(document) }
}

const coverLine = (document: SourceDocument, word: string): string =>
  document.lines.find((text) => text.startsWith(`${word} `) || text.startsWith(`${word}\t`)) ?? ''

const readEndpoints = (document: SourceDocument): readonly Endpoint[] => {
  const from = headingAfter(document, 0, 'Endpoints')
  const to = headingAfter(document, from, 'Concepts')
  const rows = textLines(document, { from, to: to - 1 }).filter(({ text }) => text.includes('\t'))
  const endpoints = rows.flatMap(({ line, text }) => {
    const host = cellsOf(text).at(-1) ?? ''
    if (host === 'Endpoint') return []
    if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u.test(host)) throw documentError(document, line, 'a host')
    return [{ host, citation: cite(document.lines, { from: line, to: line }) }]
  })
  if (endpoints.length === 0) throw documentError(document, from, 'a table of endpoints')
  return endpoints
}

const fence = '```'

const readEnvelope = (document: SourceDocument): Envelope => {
  const from = headingAfter(document, 0, '3.3 Response')
  const at = document.lines.findIndex(
    (text, index) => index >= from && text.includes('"error_code"'),
  )
  const opened = document.lines.lastIndexOf(fence, at)
  const closed = document.lines.indexOf(fence, at)
  if (at < 0 || opened < from || closed < 0) {
    throw documentError(document, from, 'an example of an error below it')
  }
  const span = { from: opened + 2, to: closed }
  const text = textLines(document, span)
  const members = text.flatMap((each) => /^"(\w+)"\s*:/u.exec(each.text)?.[1] ?? [])
  if (members.length !== text.length - 2) {
    throw documentError(document, span.from, 'an error of plain members')
  }
  return { members: members.toSorted(), citation: cite(document.lines, span) }
}

/** The history closes the manual: a text that ends before it is not whole. */
const expectHistory = (document: SourceDocument, { history }: Manual): void => {
  const at = headingAfter(document, 0, history)
  const end = document.lines.length
  const dated = /^\d{4}-\d{2}-\d{2}\t/u
  const issues = textLines(document, { from: at + 1, to: end }).filter(({ text }) =>
    dated.test(text),
  )
  if (issues.length === 0 || !dated.test(lineAt(document, end))) {
    throw documentError(document, end + 1, 'the issues of the manual up to its first')
  }
}
