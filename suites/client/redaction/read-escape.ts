/** An escape that was read: what it means, as a code point, and where it ends. */
export interface Escape {
  readonly code: number
  readonly end: number
}

/** How escapes are read: layer by layer, or those that are escaped themselves to the end. */
export type Depth = 'once' | 'throughout'

/**
 * The escape that begins at a place of a text, if any: of JSON, JavaScript and C strings (RFC 8259; octal too), URLs
 * (RFC 3986; each byte by itself), HTML and XML, and JSON pointers (RFC 6901), in any case of their letters. Throughout,
 * `%25252F`, `\\\\u002F` and `&amp;amp;#47;` are a slash at once.
 */
export function readEscape(text: string, at: number, depth: Depth): Escape | undefined {
  switch (text.charCodeAt(at)) {
    case 0x5c:
      return depth === 'once' ? backslashed(text, at) : backslashes(text, at)
    case 0x25:
      return percented(text, at, depth)
    case 0x26:
      return entity(text, at, depth)
    case 0x7e:
      return pointed(text, at)
    default:
      return undefined
  }
}

/** A run of backslashes escapes what stands behind it, or comes to one. */
const backslashes = (text: string, at: number): Escape | undefined => {
  let last = at
  while (text.charCodeAt(last + 1) === 0x5c) last += 1
  const run = last === at ? undefined : { code: 0x5c, end: last + 1 }
  return backslashed(text, last) ?? run
}

/** The value of so many digits of a base, or -1 where others stand there. */
const digits = (text: string, [from, to]: readonly [number, number], base = 16): number => {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const digit = digitOf(text.charCodeAt(at))
    if (digit >= base) return -1
    value = value * base + digit
  }
  return value
}

/** 0 to 15 for a hexadecimal digit, more for anything else. */
const digitOf = (unit: number): number => {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30
  const letter = unit | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : 99
}

const fixed = (text: string, from: number, to: number): Escape | undefined => {
  const code = digits(text, [from, to])
  return code < 0 ? undefined : { code, end: to }
}

/** What stands behind a backslash for a character; any other of these signs stands for itself. */
const signs: ReadonlyMap<string, number> = new Map([
  ...['\\', '/', '"', "'"].map((sign) => [sign, sign.charCodeAt(0)] as const),
  ...Object.entries({ b: 8, f: 12, n: 10, r: 13, t: 9 }),
  ...Object.entries({ B: 8, F: 12, N: 10, R: 13, T: 9 }),
])

const backslashed = (text: string, at: number): Escape | undefined => {
  const sign = text[at + 1] ?? ''
  if (sign === 'u' || sign === 'U') {
    return text[at + 2] === '{' ? braced(text, at + 3) : fixed(text, at + 2, at + 6)
  }
  if (sign === 'x' || sign === 'X') return fixed(text, at + 2, at + 4)
  const code = signs.get(sign)
  return code === undefined ? octal(text, at + 1) : { code, end: at + 2 }
}

/** Where a run of digits of a base ends, of at most so many. */
const runEnd = (text: string, from: number, [most, base]: readonly [number, number]): number => {
  let end = from
  while (end - from < most && digitOf(text.charCodeAt(end)) < base) end += 1
  return end
}

const braced = (text: string, from: number): Escape | undefined => {
  const end = runEnd(text, from, [6, 16])
  return end > from && text[end] === '}' ? point(digits(text, [from, end]), end + 1) : undefined
}

const octal = (text: string, from: number): Escape | undefined => {
  const end = runEnd(text, from, [3, 8])
  const code = digits(text, [from, end], 8)
  return end > from && code <= 0xff ? { code, end } : undefined
}

const point = (code: number, end: number): Escape | undefined =>
  code <= 0x10ffff ? { code, end } : undefined

const percented = (text: string, at: number, depth: Depth): Escape | undefined => {
  let from = at + 1
  if (depth === 'throughout') while (text.startsWith('25', from)) from += 2
  return fixed(text, from, from + 2) ?? (from > at + 1 ? { code: 0x25, end: from } : undefined)
}

const entity = (text: string, at: number, depth: Depth): Escape | undefined => {
  let from = at + 1
  if (depth === 'throughout') while (isAmp(text, from)) from += 4
  const read = text[from] === '#' ? numbered(text, from + 1) : byName(text, from)
  return read ?? (from > at + 1 ? { code: 0x26, end: from } : undefined)
}

const isAmp = (text: string, from: number): boolean =>
  text.slice(from, from + 4).toLowerCase() === 'amp;'

const numbered = (text: string, from: number): Escape | undefined => {
  const hex = text[from] === 'x' || text[from] === 'X'
  const [begin, most, base] = hex ? [from + 1, 6, 16] : [from, 7, 10]
  let first = begin
  while (text[first] === '0') first += 1
  const end = runEnd(text, first, [most, base])
  if (end === first) return undefined
  return point(digits(text, [first, end], base), text[end] === ';' ? end + 1 : end)
}

/** The named characters of HTML that a secret may hold and an encoder may write. */
const names: ReadonlyMap<string, number> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    sol: '/',
    bsol: '\\',
    plus: '+',
    equals: '=',
    num: '#',
    colon: ':',
    period: '.',
    lowbar: '_',
  }).map(([name, character]) => [name, character.charCodeAt(0)]),
)

const longestName = 6

const byName = (text: string, from: number): Escape | undefined => {
  const word = text.slice(from, from + longestName + 1)
  const end = word.indexOf(';')
  const code = end < 0 ? undefined : names.get(word.slice(0, end).toLowerCase())
  return code === undefined ? undefined : { code, end: from + end + 1 }
}

const pointed = (text: string, at: number): Escape | undefined => {
  const step = text[at + 1]
  if (step !== '0' && step !== '1') return undefined
  return { code: step === '0' ? 0x7e : 0x2f, end: at + 2 }
}
