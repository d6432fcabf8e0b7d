import { jsonIn, type Json } from '../../contract/json.ts'
import type { Span } from '../citation.ts'
import { lineAt, type SourceDocument } from '../source-document.ts'
import type { Manual } from './manual.ts'
import { operationId } from './operation-id.ts'
import { readSections } from './sections.ts'

/** A body that a manual shows as an example. */
export interface Example {
  readonly operation: string
  readonly side: 'request' | 'answer'
  /** From the first line of JSON to the last; other fences may lie between. */
  readonly span: Span
  /** As printed, or with a text that a page broke in two made one again; none when it is no JSON at all. */
  readonly value: Json | undefined
  /** A text had to be made one again. */
  readonly mended: boolean
}

/**
 * The examples of a manual's operations, in its order. Fences with nothing but blank lines between them are one
 * example; the request line that may stand above a body is left out. A body that is no JSON is kept without
 * value: the errata say why.
 */
export function readExamples(document: SourceDocument, manual: Manual): readonly Example[] {
  return readSections(document, manual).flatMap(({ title, exampleRequests, exampleResponses }) => {
    const operation = operationId(title) ?? title
    const read = (side: Example['side'], span: Span): readonly Example[] =>
      bodiesIn(document, span).map((body) => ({ operation, side, ...parseBody(body) }))
    return [...read('request', exampleRequests), ...read('answer', exampleResponses)]
  })
}

type Body = readonly { readonly line: number; readonly text: string }[]

const fence = '```'
const requestLine = /^(?:GET|POST|PUT|PATCH|DELETE) /u

const bodiesIn = (document: SourceDocument, span: Span): readonly Body[] => {
  const bodies: Body[] = []
  let end = 0
  for (const block of fencedBlocks(document, span)) {
    const lines = printedLines(document, { from: block.from + 1, to: block.to - 1 })
    const body = lines.filter(({ text }) => !requestLine.test(text))
    const between = printedLines(document, { from: end + 1, to: block.from - 1 })
    const joins = end > 0 && between.length === 0
    bodies.push(joins ? [...(bodies.pop() ?? []), ...body] : body)
    end = block.to
  }
  return bodies.filter((body) => body.length > 0)
}

/** From fence to fence. */
const fencedBlocks = (document: SourceDocument, span: Span): readonly Span[] => {
  const fences = printedLines(document, span).filter(({ text }) => text === fence)
  return fences.flatMap(({ line }, at) => {
    const closing = fences[at + 1]
    return at % 2 === 0 && closing !== undefined ? [{ from: line, to: closing.line }] : []
  })
}

/** Lines with text; blanks before it stay, blanks behind it do not. */
const printedLines = (document: SourceDocument, { from, to }: Span): Body =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => ({
    line: from + at,
    text: lineAt(document, from + at).trimEnd(),
  })).filter(({ text }) => text !== '')

const parseBody = (body: Body): Pick<Example, 'span' | 'value' | 'mended'> => {
  const texts = body.map(({ text }) => text)
  const span = { from: body[0]?.line ?? 0, to: body.at(-1)?.line ?? 0 }
  const asPrinted = jsonIn(texts.join('\n'))
  if (asPrinted !== undefined) return { span, value: asPrinted, mended: false }
  const value = jsonIn(joinTexts(texts))
  return { span, value, mended: value !== undefined }
}

/** Lines joined so that a line break within a JSON text disappears, and others stay white space. */
const joinTexts = (lines: readonly string[]): string => {
  let joined = ''
  let inText = false
  for (const line of lines) {
    joined += inText || joined === '' ? line : `\n${line}`
    const quotes = line.replaceAll(/\\./gu, '').match(/"/gu)?.length ?? 0
    if (quotes % 2 === 1) inText = !inText
  }
  return joined
}
