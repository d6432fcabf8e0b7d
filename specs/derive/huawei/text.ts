import type { Span } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'

/** The lines of a span that carry text, with their numbers and without blanks at either end. */
export function textLines(
  document: SourceDocument,
  { from, to }: Span,
): readonly { readonly line: number; readonly text: string }[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
    .map((line) => ({ line, text: lineAt(document, line).trim() }))
    .filter(({ text }) => text !== '')
}

/** The line after `after` that is this heading and nothing else. Throws when there is none. */
export function headingAfter(document: SourceDocument, after: number, heading: string): number {
  const at = document.lines.findIndex((text, index) => index >= after && text.trim() === heading)
  if (at < 0) throw documentError(document, document.lines.length + 1, `the heading “${heading}”`)
  return at + 1
}
