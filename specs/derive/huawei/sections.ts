import type { Span } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'
import type { Manual } from './manual.ts'

/** The parts of one API's section; each span begins behind its label. */
export interface Section {
  /** As printed, `4.2.1`. */
  readonly number: string
  readonly title: string
  readonly span: Span
  readonly purpose: Span
  readonly uri: Span
  readonly request: Span
  readonly response: Span
  readonly exampleRequests: Span
  readonly exampleResponses: Span
  readonly statuses: Span
}

const heading = /^(4\.\d+\.\d+) (.+)$/u
const contentsEntry = /^(4\.\d+\.\d+ .+?)\.{5}/u

/**
 * Finds the sections of chapter 4 and splits each at its nine labels. Throws with the line when a section that
 * the contents announce is missing or under another title, and when a label is missing, repeated or elsewhere.
 */
export function readSections(document: SourceDocument, manual: Manual): readonly Section[] {
  const announced: { readonly line: number; readonly text: string }[] = []
  const found: { readonly line: number; readonly text: string }[] = []
  document.lines.forEach((text, index) => {
    const entry = contentsEntry.exec(text)?.[1]
    if (entry !== undefined) announced.push({ line: index + 1, text: entry })
    else if (heading.test(text)) found.push({ line: index + 1, text: text.trim() })
  })
  const [first] = announced
  if (first === undefined) throw documentError(document, 1, 'contents that list sections 4.x.y')
  announced.forEach(({ text }, at) => {
    const line = found[at]?.line ?? document.lines.length + 1
    if (found[at]?.text !== text) throw documentError(document, line, `the section “${text}”`)
  })
  const extra = found[announced.length]
  if (extra !== undefined)
    throw documentError(document, extra.line, 'no section beyond the contents')
  return found.map(({ line, text }, at) => {
    const to = (found[at + 1]?.line ?? document.lines.length + 1) - 1
    return splitSection(document, manual, { text, span: { from: line, to } })
  })
}

interface Block {
  readonly text: string
  readonly span: Span
}

const labelsOf = ({ debugging }: Manual): readonly string[] => [
  'Function',
  debugging,
  'URI',
  'Request Parameters',
  'Response Parameters',
  'Example Requests',
  'Example Responses',
  'Status Codes',
  'Error Codes',
]

const splitSection = (document: SourceDocument, manual: Manual, { text, span }: Block): Section => {
  const labels = labelsOf(manual)
  const lines: number[] = []
  for (const label of labels) {
    lines.push(labelAfter(document, { label, span, after: lines.at(-1) ?? span.from }))
  }
  const part = (at: number): Span => ({
    from: (lines[at] ?? 0) + 1,
    to: (lines[at + 1] ?? 0) - 1,
  })
  const last = lines.at(-1) ?? span.to
  const seeAlso = last + 2
  if (!lineAt(document, seeAlso).startsWith('See ')) {
    throw documentError(document, seeAlso, 'a reference to the table of error codes')
  }
  const [, number = '', title = ''] = heading.exec(text) ?? []
  return {
    number,
    title,
    span: { from: span.from, to: seeAlso },
    purpose: part(0),
    uri: part(2),
    request: part(3),
    response: part(4),
    exampleRequests: part(5),
    exampleResponses: part(6),
    statuses: part(7),
  }
}

/** A label stands alone on its line; one rendering glues the status line to it. */
const labelAfter = (
  document: SourceDocument,
  { label, span, after }: { readonly label: string; readonly span: Span; readonly after: number },
): number => {
  const found: number[] = []
  for (let line = span.from + 1; line <= span.to; line += 1) {
    const text = lineAt(document, line).trim()
    if (text === label || text.startsWith(`${label}**`)) found.push(line)
  }
  const [first, second] = found
  if (first === undefined) {
    throw documentError(document, span.to + 1, `the label “${label}” in the section before it`)
  }
  if (second !== undefined) {
    throw documentError(document, second, `the label “${label}” once in a section`)
  }
  if (first <= after) throw documentError(document, first, `the label “${label}” further down`)
  return first
}
