import type { Span } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'
import { readSections, type OperationSections } from './sections.ts'

/** The skeleton of an SDK reference page: which part stands on which lines. */
export interface Outline {
  readonly title: string
  readonly version: string
  readonly operations: readonly OperationSections[]
  /** Names of the operations that the page lists under its paginators. */
  readonly paginated: readonly string[]
  readonly shapes: Span
}

/**
 * Reads the skeleton: title with version, summary of operations, paginators, one block per operation in the
 * order of the summary, shapes. Throws with the line where the page leaves this order.
 */
export function readOutline(document: SourceDocument): Outline {
  const title = /^(.+) (\d{4}-\d{2}-\d{2})$/u.exec(lineAt(document, 1))
  if (title === null) throw documentError(document, 1, 'a service name followed by an API version')
  const summaryAt = headingAfter(document, 1, 'Operation Summary')
  const paginatorsAt = headingAfter(document, summaryAt, 'Paginators')
  const operationsAt = headingAfter(document, paginatorsAt, 'Operations')
  const names = readSummary(document, { from: summaryAt + 1, to: paginatorsAt - 1 })
  const spans = splitOperations(document, names, operationsAt)
  const last = spans.at(-1)?.to ?? operationsAt
  return {
    title: title[1] ?? '',
    version: title[2] ?? '',
    operations: names.map((name, at) => readSections(document, name, spanAt(spans, at))),
    paginated: readPaginators(document, { from: paginatorsAt + 1, to: operationsAt - 1 }, names),
    shapes: { from: last + 2, to: document.lines.length },
  }
}

const spanAt = (spans: readonly Span[], at: number): Span => spans[at] ?? { from: 1, to: 0 }

const headingAfter = (document: SourceDocument, after: number, heading: string): number => {
  const at = document.lines.indexOf(heading, after)
  if (at < 0) throw documentError(document, document.lines.length + 1, `the heading “${heading}”`)
  return at + 1
}

const readSummary = (document: SourceDocument, span: Span): readonly string[] => {
  const names: string[] = []
  for (let line = span.from; line <= span.to; line += 1) {
    const name = /^- (\w+) \( array \$params = \[\] \)$/u.exec(lineAt(document, line))?.[1]
    if (name === undefined) continue
    const previous = names.at(-1)
    if (previous !== undefined && previous >= name) {
      throw documentError(document, line, `an operation that sorts after ${previous}`)
    }
    names.push(name)
  }
  if (names.length === 0) throw documentError(document, span.from, 'a summary of operations')
  return names
}

const readPaginators = (
  document: SourceDocument,
  span: Span,
  names: readonly string[],
): readonly string[] => {
  const listed: string[] = []
  for (let line = span.from; line <= span.to; line += 1) {
    const name = /^- (\w+)$/u.exec(lineAt(document, line))?.[1]
    if (name === undefined) continue
    if (!names.includes(name)) throw documentError(document, line, 'an operation of the summary')
    listed.push(name)
  }
  return listed
}

/** Each operation begins with its bare name and a call; it ends where the next one, or `Shapes`, begins. */
const splitOperations = (
  document: SourceDocument,
  names: readonly string[],
  operationsAt: number,
): readonly Span[] => {
  const starts: number[] = []
  let line = operationsAt + 1
  for (const name of names) {
    while (line <= document.lines.length && !startsOperation(document, line, name)) {
      if (starts.length === 0) throw documentError(document, line, `the operation ${name}`)
      line += 1
    }
    if (line > document.lines.length) throw documentError(document, line, `the operation ${name}`)
    starts.push(line)
    line += 1
  }
  const shapesAt = headingAfter(document, line, 'Shapes')
  return starts.map((from, at) => ({ from, to: (starts[at + 1] ?? shapesAt) - 1 }))
}

const startsOperation = (document: SourceDocument, line: number, name: string): boolean =>
  lineAt(document, line) === name &&
  lineAt(document, line + 1) === `$result = $client->${call(name)}`

const call = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
