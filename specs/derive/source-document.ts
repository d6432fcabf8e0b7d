import { createHash } from 'node:crypto'

/** A vendor document, split into lines (element 0 is line 1). */
export interface SourceDocument {
  readonly file: string
  /** Of the bytes as they are, lower-case hexadecimal. */
  readonly sha256: string
  readonly lines: readonly string[]
}

/** Splits a document's UTF-8 text into lines; a final line feed opens no further line. */
export function openDocument(text: string, file: string): SourceDocument {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return { file, sha256: createHash('sha256').update(text, 'utf8').digest('hex'), lines }
}

/** The text of a 1-based line; empty beyond the end, so that a truncated document fails on what is missing. */
export function lineAt(document: SourceDocument, line: number): string {
  return document.lines[line - 1] ?? ''
}

/**
 * The complaint about a document that breaks the grammar its reader relies on: names file and 1-based line,
 * says what was expected there. It quotes nothing but the start of the line found.
 */
export function documentError(document: SourceDocument, line: number, expected: string): Error {
  const found =
    line > document.lines.length
      ? 'the document ends'
      : `found “${lineAt(document, line).slice(0, 60)}”`
  return new Error(`${document.file}:${line}: expected ${expected}; ${found}`)
}
