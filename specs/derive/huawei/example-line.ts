import type { Span } from '../citation.ts'
import type { SourceDocument } from '../source-document.ts'
import { textLines } from './text.ts'
import { withoutTypesetting } from './uri.ts'

/** The request line of an example, freed from typesetting. */
export interface ExampleLine {
  readonly method: string
  /** parameters as in OpenAPI, `/v1/things/{thing_id}`; with the query when it prints one */
  readonly path: string
  readonly line: number
}

const requestLine = /^(GET|POST|PUT|PATCH|DELETE) https:\/\/[^/]+(\/.*)$/u

/** The first request line among examples, inside a fence or outside; undefined when there is none. */
export function readExampleLine(document: SourceDocument, span: Span): ExampleLine | undefined {
  for (const { line, text } of textLines(document, span)) {
    const [, method, path] = requestLine.exec(withoutTypesetting(text)) ?? []
    if (method !== undefined && path !== undefined) return { method, path, line }
  }
  return undefined
}
