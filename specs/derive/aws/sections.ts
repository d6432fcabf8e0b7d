import type { Span } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'

/** The parts of one operation's block. */
export interface OperationSections {
  readonly name: string
  readonly span: Span
  readonly intro: Span
  /** The line that carries the whole syntax of the parameters. */
  readonly parameterSyntax: number
  readonly parameterDetails: Span
  readonly resultSyntax: number
  readonly resultDetails: Span
  readonly errors: Span
  readonly examples: Span | undefined
}

const headings = [
  'Parameter Syntax',
  'Parameter Details',
  'Result Syntax',
  'Result Details',
  'Errors',
] as const

/** The operation's name and its three lines of calls come before the introduction. */
const linesBeforeIntro = 4

/** Splits an operation's block at its headings. Throws when one is missing, repeated or out of order. */
export function readSections(
  document: SourceDocument,
  name: string,
  span: Span,
): OperationSections {
  const [parameters, parameterDetails, results, resultDetails, errors] = findHeadings(document, {
    name,
    span,
  })
  expectOneLine(document, [parameters, parameterDetails])
  expectOneLine(document, [results, resultDetails])
  const examples = examplesAt(document, { from: errors, to: span.to })
  return {
    name,
    span,
    intro: { from: span.from + linesBeforeIntro, to: parameters - 1 },
    parameterSyntax: parameters + 1,
    parameterDetails: { from: parameterDetails + 1, to: results - 1 },
    resultSyntax: results + 1,
    resultDetails: { from: resultDetails + 1, to: errors - 1 },
    errors: { from: errors + 1, to: (examples ?? span.to + 1) - 1 },
    examples: examples === undefined ? undefined : { from: examples + 1, to: span.to },
  }
}

interface Block {
  readonly name: string
  readonly span: Span
}

type HeadingLines = readonly [number, number, number, number, number]

const findHeadings = (document: SourceDocument, block: Block): HeadingLines => {
  let after = block.span.from
  const next = (heading: string): number =>
    (after = headingAfter(document, { ...block, heading, after }))
  return [
    next(headings[0]),
    next(headings[1]),
    next(headings[2]),
    next(headings[3]),
    next(headings[4]),
  ]
}

const headingAfter = (
  document: SourceDocument,
  { name, span, heading, after }: Block & { readonly heading: string; readonly after: number },
): number => {
  const found: number[] = []
  for (let line = span.from; line <= span.to; line += 1) {
    if (lineAt(document, line) === heading) found.push(line)
  }
  const [first, second] = found
  if (first === undefined) {
    throw documentError(document, span.to + 1, `${heading} in the block of ${name} before it`)
  }
  if (second !== undefined) throw documentError(document, second, `${heading} once in ${name}`)
  if (first <= after) throw documentError(document, first, `${heading} later in ${name}`)
  return first
}

const examplesAt = (document: SourceDocument, span: Span): number | undefined => {
  for (let line = span.from; line <= span.to; line += 1) {
    if (lineAt(document, line) === 'Examples') return line
  }
  return undefined
}

/** A syntax block is one physical line in this rendering: a second one would be lost silently. */
const expectOneLine = (
  document: SourceDocument,
  [heading, next]: readonly [number, number],
): void => {
  if (next !== heading + 2) throw documentError(document, heading + 2, 'a syntax block of one line')
}
