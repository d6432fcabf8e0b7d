import type { Json } from '../../specs/contract/json.ts'
import { parseWith, type Scanned } from './parse-with.ts'
import type { Parsed, SyntaxFault } from './parsed.ts'
import { scanJson } from './scan-json.ts'

/** So many values are remembered by their place; a longer file is told by pointer alone. */
const placed = 20_000

/**
 * Reads JSON (RFC 8259), or says where it is none. Stricter than `JSON.parse` where files go wrong unseen: keys stand
 * once, none is `__proto__`, and nothing lies deeper than the limit.
 */
export function parseJson(text: string): Parsed | SyntaxFault {
  return parseWith(text, scanned)
}

const scanned = (text: string): Scanned => {
  const places = new Map<string, number>()
  const values = scanJson(text, (pointer, offset) => {
    if (places.size < placed) places.set(pointer(), offset)
  })
  return { value: JSON.parse(text) as Json, values, places }
}
