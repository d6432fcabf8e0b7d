/** What a text takes in memory as it is, and once it is read as JSON. */
export interface Weight {
  /** about the bytes that it takes, those of the values in it included */
  readonly weight: number
  /** how many lists and objects stand within each other */
  readonly depth: number
  /** the characters of its longest string, as they are written */
  readonly longest: number
}

/** About the bytes that a value takes beside its text. */
const perValue = 16

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
/** A bracket or a brace; what closes it is two further on. */
const [bracket, brace] = [0x5b, 0x7b] as const

/** Weighs a text without reading it: one pass over its marks, whatever it holds. What is no JSON is weighed alike. */
export function weigh(text: string): Weight {
  let [depth, deepest, values, longest] = [0, 0, 0, 0]
  const width = isWide(text) ? 2 : 1
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      const end = endOfString(text, at)
      longest = Math.max(longest, end - at - 1)
      at = end
    } else if (code === comma) values += 1
    else if (opens(code)) {
      values += 1
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (opens(code - 2)) depth -= 1
  }
  return { weight: width * text.length + perValue * values, depth: deepest, longest }
}

const opens = (code: number): boolean => code === bracket || code === brace

/** Whether each character takes two bytes: one beyond Latin-1 is enough. */
const isWide = (text: string): boolean => /[\u{100}-\u{10ffff}]/u.test(text)

/** Where a string that begins there ends: at its quotation mark, or with the text. */
const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === backslash) at += 1
    else if (code === quote) return at
  }
  return text.length
}
