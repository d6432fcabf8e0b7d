import { cite, type LineCitation, type Span } from '../citation.ts'
import { documentError, type SourceDocument } from '../source-document.ts'
import { textLines } from './text.ts'

/** The request line of an API. */
export interface Uri {
  readonly method: string
  /** A template as in OpenAPI, `/v1/things/{thing_id}`. */
  readonly path: string
  /** Names of the template's parameters, in order. */
  readonly parameters: readonly string[]
  readonly citation: LineCitation
  /** Its first line; the tables of the path and the query begin behind `until`. */
  readonly line: number
  readonly until: number
  /** It had to be joined from several lines, or freed from typesetting. */
  readonly mended: boolean
}

const requestLine = /^(GET|POST|PUT|PATCH|DELETE) (?:https:\/\/\{endpoint\})?(\/[\w/{}-]*)$/u

/**
 * Reads the request line that opens a section's URI part, up to the first table. Typesetting is taken off:
 * fences, emphasis, links, doubled braces and line breaks. Throws with the line when nothing readable is left.
 */
export function readUri(document: SourceDocument, span: Span): Uri {
  const own = linesBeforeTables(document, span)
  const printed = own.filter(({ text }) => text !== '```')
  const [first] = printed
  const joined = printed.map(({ text }) => text).join('')
  const plain = withoutTypesetting(joined)
  const [, method, path] = requestLine.exec(plain) ?? []
  if (first === undefined || method === undefined || path === undefined) {
    const line = first?.line ?? span.to + 1
    throw documentError(document, line, 'the method and path of a request')
  }
  const to = lastLine(printed, first.line)
  return {
    method,
    path,
    parameters: [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name),
    citation: cite(document.lines, { from: first.line, to }),
    line: first.line,
    until: lastLine(own, first.line),
    mended: own.length > 1 || plain !== joined,
  }
}

const linesBeforeTables = (document: SourceDocument, span: Span): ReturnType<typeof textLines> => {
  const lines = textLines(document, span)
  const firstTable = lines.findIndex(({ text }) => /Table 4-\d+/u.test(text))
  return firstTable < 0 ? lines : lines.slice(0, firstTable)
}

/** Takes emphasis, quotes, links and doubled braces off a line. */
export function withoutTypesetting(text: string): string {
  return text
    .replaceAll('(#)', '')
    .replaceAll(/[`<>*[\]]/gu, '')
    .replaceAll('{{', '{')
    .replaceAll('}}', '}')
}

const lastLine = (lines: readonly { readonly line: number }[], fallback: number): number =>
  lines.at(-1)?.line ?? fallback
