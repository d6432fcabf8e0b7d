import { operationOf, type Operation } from '../../contract/contract.ts'
import type { JsonObject } from '../../contract/json.ts'
import { cite, type Span } from '../citation.ts'
import { goldenFile, type GoldenBasis, type GoldenFile, type JudgedSide } from '../golden-file.ts'
import { judgeExample } from '../judge-example.ts'
import { misfitsOf, type Misfits } from '../misfits.ts'
import { documentError, lineAt, openDocument, type SourceDocument } from '../source-document.ts'
import { readExampleLine, type ExampleLine } from './example-line.ts'
import { readExamples, type Example } from './examples.ts'
import type { Manual } from './manual.ts'
import { operationId } from './operation-id.ts'
import { readSections, type Section } from './sections.ts'

/**
 * The golden exchanges of a manual, a file for every operation: request line with body, and status with body.
 * What is no JSON even with its broken texts mended, or does not fit the contract, is listed as left out. Throws
 * with file and line when the text is not that manual, or an answer has no status.
 */
export function deriveGoldenExchanges(
  text: string,
  manual: Manual,
  basis: GoldenBasis,
): readonly GoldenFile[] {
  const document = openDocument(text, manual.file)
  const examples = readExamples(document, manual)
  const source: ExampleSource = { document, basis, misfits: misfitsOf(basis.contract) }
  return readSections(document, manual).map((section) => {
    const operation = operationOf(basis.contract, operationId(section.title) ?? section.title)
    const own = examples.filter((example) => example.operation === operation.name)
    return readOperation(source, { section, operation, examples: own })
  })
}

interface ExampleSource {
  readonly document: SourceDocument
  readonly basis: GoldenBasis
  readonly misfits: Misfits
}

interface Shown {
  readonly section: Section
  readonly operation: Operation
  readonly examples: readonly Example[]
}

const readOperation = (source: ExampleSource, shown: Shown): GoldenFile =>
  goldenFile(source.basis, shown.operation.name, [
    { request: readRequest(source, shown), answer: readAnswer(source, shown) },
  ])

const bodyOf = (
  { document }: ExampleSource,
  examples: readonly Example[],
  side: Example['side'],
): Example | undefined => {
  const [body, second] = examples.filter((example) => example.side === side)
  if (second !== undefined) throw documentError(document, second.span.from, `one ${side} alone`)
  return body
}

const readRequest = (
  source: ExampleSource,
  { section, operation, examples }: Shown,
): JudgedSide | undefined => {
  const line = readExampleLine(source.document, section.exampleRequests)
  const body = bodyOf(source, examples, 'request')
  if (line === undefined && body === undefined) return undefined
  const open = openMembers(operation)
  const places = [line?.line, body?.span.from, body?.span.to].filter((at) => at !== undefined)
  const span = { from: Math.min(...places), to: Math.max(...places) }
  return judgeExample(source.basis, {
    side: 'request',
    citation: cite(source.document.lines, span),
    value: body === undefined ? {} : body.value,
    misfit: (input) => source.misfits.input(operation, input, open),
    said: (input) => ({
      http: { method: operation.method, path: operation.path },
      ...printedLine(operation, line),
      input,
      ...(open.length > 0 && { open }),
    }),
  })
}

/** Examples leave paths and headers as they stand in the template: whoever sends them fills them in. */
const openMembers = ({ input, locations }: Operation): readonly string[] => {
  const required = (input['required'] ?? []) as readonly string[]
  return required.filter((name) => (locations[name] ?? 'body') !== 'body')
}

/** The request line as printed, where the contract has another. */
const printedLine = (operation: Operation, line: ExampleLine | undefined): JsonObject => {
  if (line === undefined) return {}
  const { method, path } = line
  return method === operation.method && path === operation.path ? {} : { printed: { method, path } }
}

const readAnswer = (
  source: ExampleSource,
  { section, operation, examples }: Shown,
): JudgedSide | undefined => {
  const body = bodyOf(source, examples, 'answer')
  if (body === undefined) return undefined
  const status = statusAbove(source.document, section.exampleResponses, body.span.from)
  return judgeExample(source.basis, {
    side: 'answer',
    citation: cite(source.document.lines, body.span),
    value: body.value,
    misfit: (output) => source.misfits.output(operation, output),
    said: (output) => ({ status, output }),
  })
}

/** Some renderings glue the status to the label above the examples. */
const statusAbove = (document: SourceDocument, span: Span, line: number): number => {
  for (let at = line; at >= span.from - 1; at -= 1) {
    const status = /Status code: (\d{3})/u.exec(lineAt(document, at))?.[1]
    if (status !== undefined) return Number(status)
  }
  throw documentError(document, line, 'a status code above the answer')
}
