import { foldedUnit } from './folded.ts'
import { readEscape, type Depth } from './read-escape.ts'
import { Rewriting, type Rewritten } from './rewritten.ts'

/**
 * A text in small letters with a layer of escapes undone, or with all layers that one scan can see; undefined when it has none. Takes
 * one pass, whatever the text is made of.
 */
export function undoEscapes(text: string, depth: Depth = 'once'): Rewritten | undefined {
  if (!/[\\%&~]/u.test(text)) return undefined
  const made = new Rewriting(text.length)
  let found = false
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const read = isMark(unit) ? readEscape(text, at, depth) : undefined
    if (read === undefined) {
      made.add(unit, at)
      at += 1
    } else {
      found = true
      addPoint(made, read.code, at)
      at = read.end
    }
  }
  return found ? made.done() : undefined
}

/** Backslash, percent sign, ampersand, tilde. */
const isMark = (unit: number): boolean =>
  unit === 0x5c || unit === 0x25 || unit === 0x26 || unit === 0x7e

const addPoint = (made: Rewriting, code: number, start: number): void => {
  if (code <= 0xffff) return made.add(foldedUnit(code), start)
  made.add(0xd800 + ((code - 0x10000) >> 10), start)
  made.add(0xdc00 + ((code - 0x10000) & 0x3ff), start)
}
