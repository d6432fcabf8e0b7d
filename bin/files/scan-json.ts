import { pointerStep } from '../../specs/contract/json-pointer.ts'
import { depthLimit } from './parsed.ts'
import { ScanFault, keyLimit, stringEnd, tokenEnd } from './scan-tokens.ts'

/** Hears of every value of a file: its pointer, made when asked for, and its offset. */
export type OnValue = (pointer: () => string, offset: number) => void

/**
 * Goes through a JSON text (RFC 8259) from left to right, once, and counts its values. Throws a ScanFault at the first
 * place that is no JSON, lies too deep, repeats a key, or has a key that a program could mistake for its own.
 */
export function scanJson(text: string, onValue: OnValue): number {
  const scan = new JsonScan(text, onValue)
  scan.value(0)
  scan.end()
  return scan.values
}

/** Twice what a run of all vendors writes in which every check fails. */
const valuesLimit = 2_000_000

/** Results have some hundred different keys, a baseline one for each check that does not pass: of ten thousand. */
const namesLimit = 40_000

class JsonScan {
  values = 0
  #at = 0
  readonly #keys: (string | number)[] = []
  /** every key there is, once: what differs is what fills the memory */
  readonly #names = new Set<string>()
  readonly #text: string
  readonly #onValue: OnValue

  constructor(text: string, onValue: OnValue) {
    this.#text = text
    this.#onValue = onValue
  }

  value(depth: number): void {
    this.#space()
    this.values += 1
    if (this.values > valuesLimit) {
      throw new ScanFault(`the file holds more than ${valuesLimit} values`, this.#at)
    }
    this.#onValue(() => this.#keys.map(pointerStep).join(''), this.#at)
    const first = this.#text[this.#at]
    if (first !== '{' && first !== '[') {
      this.#at = tokenEnd(this.#text, this.#at)
      return
    }
    if (depth === depthLimit) {
      throw new ScanFault(`values lie more than ${depthLimit} deep`, this.#at)
    }
    this.#at += 1
    if (first === '{') this.#object(depth + 1)
    else this.#array(depth + 1)
  }

  /** After the value there is nothing more. */
  end(): void {
    this.#space()
    if (this.#at < this.#text.length) throw new ScanFault('more follows the value', this.#at)
  }

  #array(depth: number): void {
    if (this.#takes(']')) return
    for (let index = 0; ; index += 1) {
      this.#keys.push(index)
      this.value(depth)
      this.#keys.pop()
      if (this.#takes(']')) return
      this.#expect(',', 'a comma or ] is missing')
    }
  }

  #object(depth: number): void {
    if (this.#takes('}')) return
    const known = new Set<string>()
    for (;;) {
      this.#keys.push(this.#key(known))
      this.#expect(':', 'a colon is missing')
      this.value(depth)
      this.#keys.pop()
      if (this.#takes('}')) return
      this.#expect(',', 'a comma or } is missing')
    }
  }

  #key(known: Set<string>): string {
    this.#space()
    const begin = this.#at
    if (this.#text[begin] !== '"') throw new ScanFault('a key in quotation marks is missing', begin)
    this.#at = stringEnd(this.#text, begin)
    if (this.#at - begin > keyLimit) {
      throw new ScanFault(`a key has more than ${keyLimit} characters`, begin)
    }
    const key = keyOf(this.#text.slice(begin, this.#at))
    this.#names.add(key)
    if (this.#names.size > namesLimit) {
      throw new ScanFault(`the file holds more than ${namesLimit} different keys`, begin)
    }
    if (known.has(key)) throw new ScanFault('the key stands twice in one object', begin)
    // an endpoint may answer with a header of any name, and reports keep it
    if (key === '__proto__' && this.#keys.at(-1) !== 'headers') {
      throw new ScanFault('no key may be __proto__', begin)
    }
    known.add(key)
    return key
  }

  #takes(sign: string): boolean {
    this.#space()
    if (this.#text[this.#at] !== sign) return false
    this.#at += 1
    return true
  }

  #expect(sign: string, otherwise: string): void {
    if (!this.#takes(sign)) throw new ScanFault(otherwise, this.#at)
  }

  /** Insignificant whitespace: space, tab, line feed, carriage return (RFC 8259 section 2). */
  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.#at += 1
    }
  }
}

const keyOf = (quoted: string): string =>
  quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
