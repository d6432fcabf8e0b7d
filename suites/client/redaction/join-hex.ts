import { Rewriting, type Rewritten } from './rewritten.ts'

/** Between two bytes stand at most so many characters: `de:ad`, `de ad`, `0xde, 0xad`, a line break and an indent. */
const widestGap = 4

/**
 * A text in small letters in which bytes that are written one by one in hexadecimal, with something between them, stand
 * side by side; undefined when there are none. Whatever else it holds stays as it is.
 */
export function joinHex(text: string): Rewritten | undefined {
  if (!bytesApart.test(text)) return undefined
  const made = new Rewriting(text.length)
  let [copied, behind, joined] = [0, -1, false]
  const copyTo = (end: number): void => {
    for (; copied < end; copied += 1) made.add(text.charCodeAt(copied), copied)
  }
  for (let from = wordFrom(text, 0); from < text.length;) {
    const end = wordEnd(text, from)
    const digits = hexDigits(text, from, end)
    if (digits >= 0 && behind >= 0 && from - behind <= widestGap) {
      copied = digits
      joined = true
    }
    copyTo(end)
    behind = digits < 0 ? -1 : end
    from = wordFrom(text, end)
  }
  copyTo(text.length)
  return joined ? made.done() : undefined
}

/** Two words of bytes with something between them, to rule out most texts; it is tried at the beginnings of words only. */
const bytesApart = /(?:^|[^0-9a-z])(?:0x)?(?:[0-9a-f]{2}){1,4}[^0-9a-z]{1,4}(?:0x)?[0-9a-f]{2}/u

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39
const isLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a
const isHex = (unit: number): boolean => isDigit(unit) || (unit >= 0x61 && unit <= 0x66)

const wordFrom = (text: string, at: number): number => {
  let from = at
  while (
    from < text.length &&
    !isDigit(text.charCodeAt(from)) &&
    !isLetter(text.charCodeAt(from))
  ) {
    from += 1
  }
  return from
}

const wordEnd = (text: string, from: number): number => {
  let end = from
  while (isDigit(text.charCodeAt(end)) || isLetter(text.charCodeAt(end))) end += 1
  return end
}

/** Where the digits of a word of whole bytes begin, behind its `0x`; -1 when it is none. */
const hexDigits = (text: string, from: number, end: number): number => {
  const begin = text.startsWith('0x', from) ? from + 2 : from
  if (end === begin || (end - begin) % 2 === 1) return -1
  for (let at = begin; at < end; at += 1) if (!isHex(text.charCodeAt(at))) return -1
  return begin
}
