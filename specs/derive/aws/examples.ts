import { cite, type LineCitation, type Span } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'

/** Where an example's call stands, and its result when it shows one. */
export interface Example {
  readonly call: LineCitation
  readonly result: LineCitation | undefined
}

/** Locates the examples of an operation. Throws when one shows no call. */
export function readExamples(document: SourceDocument, span: Span | undefined): readonly Example[] {
  if (span === undefined) return []
  const starts: number[] = []
  for (let line = span.from; line <= span.to; line += 1) {
    if (lineAt(document, line).startsWith(`Example ${starts.length + 1}: `)) starts.push(line)
  }
  if (starts[0] !== span.from) throw documentError(document, span.from, 'Example 1')
  return starts.map((from, at) => {
    const to = (starts[at + 1] ?? span.to + 1) - 1
    const call = find(document, { from, to }, /^\$result = \$client->/u)
    if (call === undefined) throw documentError(document, from + 1, 'the call of this example')
    const result = find(document, { from: call, to }, /^Result syntax:$/u)
    return {
      call: at1(document, call),
      result: result === undefined ? undefined : at1(document, result + 1),
    }
  })
}

const find = (document: SourceDocument, span: Span, pattern: RegExp): number | undefined => {
  for (let line = span.from; line <= span.to; line += 1) {
    if (pattern.test(lineAt(document, line))) return line
  }
  return undefined
}

const at1 = (document: SourceDocument, line: number): LineCitation =>
  cite(document.lines, { from: line, to: line })
