import { createHash } from 'node:crypto'

import type { JsonObject } from '../contract/json.ts'

/**
 * Where a document says something: first and last line, 1-based and inclusive, and the sha256 of their
 * normalised text in lower-case hexadecimal. The text itself is never kept.
 */
export interface LineCitation extends JsonObject {
  readonly lines: readonly [number, number]
  readonly sha256: string
}

/** The lines of a document, 1-based and inclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * The text that a citation's hash covers: each line in Unicode NFC, runs of white space made one space,
 * trimmed; lines joined by a line feed. Typesetting may change without changing it, words may not.
 */
export function normalise(lines: readonly string[]): string {
  return lines.map((line) => line.normalize('NFC').replace(/\s+/gu, ' ').trim()).join('\n')
}

/** The sha256 of the normalised lines, as 64 lower-case hexadecimal digits (FIPS 180-4). */
export function citationHash(lines: readonly string[]): string {
  return createHash('sha256').update(normalise(lines), 'utf8').digest('hex')
}

/** Cites a span of a document given as its lines (element 0 is line 1). */
export function cite(lines: readonly string[], span: Span): LineCitation {
  return {
    lines: [span.from, span.to],
    sha256: citationHash(lines.slice(span.from - 1, span.to)),
  }
}
