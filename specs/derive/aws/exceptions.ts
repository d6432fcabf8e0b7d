import { cite, type LineCitation, type Span } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'

/** One exception that an operation declares. */
export interface DeclaredException {
  readonly name: string
  readonly citation: LineCitation
  /** Its reason codes in the page's order; empty when it lists none. */
  readonly reasons: readonly ListedReason[]
  /** Whether the declaration stands behind the end of the text before it. */
  readonly glued: boolean
}

/** A reason code and where it is explained. */
export interface ListedReason {
  readonly code: string
  readonly citation: LineCitation
}

const declaration = /^(.*?)- (\w+Exception):$/u
const reason = /^([A-Z][A-Z_]{5,}): /u

/**
 * Reads an `Errors` section in order. A declaration may be glued behind the previous text. Throws when the
 * section declares nothing, declares a name twice, or a declaration has no text.
 */
export function readExceptions(document: SourceDocument, span: Span): readonly DeclaredException[] {
  const starts: { readonly line: number; readonly name: string; readonly glued: boolean }[] = []
  for (let line = span.from; line <= span.to; line += 1) {
    const match = declaration.exec(lineAt(document, line))
    if (match === null) continue
    const name = match[2] ?? ''
    if (starts.some((start) => start.name === name)) {
      throw documentError(document, line, `${name} to be declared once`)
    }
    starts.push({ line, name, glued: match[1] !== '' })
  }
  if (starts[0]?.line !== span.from) {
    throw documentError(document, span.from, 'the declaration of an exception')
  }
  return starts.map(({ line, name, glued }, at) => {
    const next = starts[at + 1]
    const end = next === undefined ? span.to : next.glued ? next.line : next.line - 1
    const text = { from: line, to: lastTextLine(document, { from: line, to: end }) }
    if (text.to === line) throw documentError(document, line + 1, `the text of ${name}`)
    return {
      name,
      glued,
      citation: cite(document.lines, text),
      reasons: readReasons(document, text),
    }
  })
}

/** Bullets that close a list belong to no text. */
const lastTextLine = (document: SourceDocument, span: Span): number => {
  let line = span.to
  while (line > span.from && ['-', ''].includes(lineAt(document, line))) line -= 1
  return line
}

/** Reads the reason codes listed within a span, each cited up to the next. */
export function readReasons(document: SourceDocument, span: Span): readonly ListedReason[] {
  const starts: { readonly line: number; readonly code: string }[] = []
  for (let line = span.from; line <= span.to; line += 1) {
    const code = reason.exec(lineAt(document, line))?.[1]
    if (code !== undefined) starts.push({ line, code })
  }
  return starts.map(({ line, code }, at) => {
    const end = (starts[at + 1]?.line ?? span.to + 1) - 1
    const to = lastTextLine(document, { from: line, to: end })
    return { code, citation: cite(document.lines, { from: line, to }) }
  })
}
