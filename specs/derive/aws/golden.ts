import { operationOf, type Operation } from '../../contract/contract.ts'
import { isObject, type Json } from '../../contract/json.ts'
import {
  goldenFile,
  type GoldenBasis,
  type GoldenFile,
  type JudgedSide,
  type ShownExchange,
} from '../golden-file.ts'
import { judgeExample } from '../judge-example.ts'
import { misfitsOf, type Misfits } from '../misfits.ts'
import { documentError, lineAt, openDocument, type SourceDocument } from '../source-document.ts'
import { awsDocumentFile } from './derive-aws.ts'
import { readExamples, type Example } from './examples.ts'
import { readOutline } from './outline.ts'
import { parsePhpArray } from './php-array.ts'

/**
 * The golden exchanges of the SDK reference page, a file for every operation with an example: the input, and of
 * the result only which members are there, for the rendering lost values. What does not fit the contract is
 * listed as left out. Throws with file and line when the text is not that page, or an example can not be read.
 */
export function deriveAwsGoldenExchanges(text: string, basis: GoldenBasis): readonly GoldenFile[] {
  const document = openDocument(text, awsDocumentFile)
  const source: ExampleSource = { document, basis, misfits: misfitsOf(basis.contract) }
  return readOutline(document).operations.flatMap(({ name, examples: span }) => {
    const operation = operationOf(basis.contract, name)
    const shown = readExamples(document, span).map((example): ShownExchange => ({
      request: readCall(source, operation, example),
      answer: readResult(source, example),
    }))
    return shown.length === 0 ? [] : [goldenFile(basis, name, shown)]
  })
}

interface ExampleSource {
  readonly document: SourceDocument
  readonly basis: GoldenBasis
  readonly misfits: Misfits
}

const readCall = (source: ExampleSource, operation: Operation, { call }: Example): JudgedSide => {
  const { name } = operation
  const start = `$result = $client->${name.charAt(0).toLowerCase()}${name.slice(1)}(`
  const [line] = call.lines
  const text = lineAt(source.document, line).trimEnd()
  if (!text.startsWith(start) || !text.endsWith(');')) {
    throw documentError(source.document, line, `a call of ${name}`)
  }
  const value = readArray(source, line, text.slice(start.length, -2))
  return judgeExample(source.basis, {
    side: 'request',
    citation: call,
    // an array without entries has no names to tell an object from a list
    value: Array.isArray(value) && value.length === 0 ? {} : value,
    misfit: (input) => source.misfits.input(operation, input),
    said: (input) => ({ input }),
  })
}

const readResult = (source: ExampleSource, { result }: Example): JudgedSide | undefined => {
  if (result === undefined) return undefined
  const [line] = result.lines
  const members = memberPaths(readArray(source, line, lineAt(source.document, line)))
  return judgeExample(source.basis, {
    side: 'answer',
    citation: result,
    value: members,
    misfit: () => undefined,
    said: () => ({ members }),
  })
}

const readArray = (source: ExampleSource, line: number, text: string): Json => {
  try {
    return parsePhpArray(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw documentError(source.document, line, `an example (${reason})`)
  }
}

/**
 * The members that a value has at any depth, in the order they first appear: `Policies[].Arn` is the member of
 * every item of a list.
 */
export function memberPaths(value: Json): readonly string[] {
  return [...new Set(pathsBelow(value, ''))]
}

const pathsBelow = (value: Json, path: string): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((item: Json) => pathsBelow(item, `${path}[]`))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const here = path === '' ? name : `${path}.${name}`
    return [here, ...pathsBelow(member, here)]
  })
}
