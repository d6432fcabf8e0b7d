/** The first place of a text that is not as it should be. Its message never quotes the text. */
export class ScanFault extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/** Characters of a key, its quotation marks included: what names something is short. */
export const keyLimit = 1024

/** Characters of a number: more say nothing that a program could keep. */
const numberLimit = 64

/** Where the scalar that begins at an offset ends. Throws a ScanFault when there is none. */
export function tokenEnd(text: string, at: number): number {
  const first = text[at]
  if (first === undefined) throw new ScanFault('the file ends too early', at)
  if (first === '"') return stringEnd(text, at)
  if (first === '-' || isDigit(first)) return numberEnd(text, at)
  const word = words.find((one) => text.startsWith(one, at))
  if (word === undefined) throw new ScanFault('a value is missing', at)
  return at + word.length
}

const words = ['true', 'false', 'null'] as const

const isDigit = (character: string): boolean => character >= '0' && character <= '9'

const numberRun = new RegExp(`[-+.0-9eE]{1,${numberLimit + 1}}`, 'y')

/** RFC 8259 section 6. */
const numberEnd = (text: string, at: number): number => {
  // one character more than may be: whether there are too many is all that counts
  numberRun.lastIndex = at
  const [number = ''] = numberRun.exec(text) ?? []
  const end = at + number.length
  if (number.length > numberLimit) {
    throw new ScanFault(`a number has more than ${numberLimit} characters`, at)
  }
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(number)) {
    throw new ScanFault('a number is not written as JSON writes it', at)
  }
  if (!Number.isFinite(Number(number))) throw new ScanFault('a number is too large', at)
  return end
}

/** Where the string that begins at an offset ends: after its closing quotation mark (RFC 8259 section 7). */
export function stringEnd(text: string, begin: number): number {
  let at = begin + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at + 1
    if (Number.isNaN(code)) throw new ScanFault('a string is not closed', begin)
    if (code < 0x20) throw new ScanFault('a string holds a line break or control character', at)
    at = code === 0x5c ? escapeEnd(text, at) : at + 1
  }
}

const escapeEnd = (text: string, at: number): number => {
  const sign = text[at + 1] ?? ''
  if ('"\\/bfnrt'.includes(sign) && sign !== '') return at + 2
  if (sign === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) return at + 6
  throw new ScanFault('a string holds an escape that JSON does not know', at)
}
