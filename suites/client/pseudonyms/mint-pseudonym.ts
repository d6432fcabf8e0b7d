import { createHmac } from 'node:crypto'

const digits = '0123456789'
const hexadecimal = `${digits}abcdef`
const letters = 'abcdefghijklmnopqrstuvwxyz'
const lower = `${digits}${letters}`

/**
 * Another value of the same form: as many digits, as many hexadecimal digits, the same prefix before as many letters and
 * digits; an address of a person stays one. The same key and value always make the same. Without the key nobody can turn
 * it back, or try who it may be.
 */
export function mintPseudonym(key: string, value: string): string {
  const draw = drawing(key, value)
  if (value.includes('@')) return `${draw(letters, 8)}@${draw(letters, 8)}.example`
  if (/^\d+$/u.test(value)) {
    return (
      draw(value.startsWith('0') ? digits : digits.slice(1), 1) + draw(digits, value.length - 1)
    )
  }
  if (/^[0-9a-f]{16,}$/u.test(value)) return draw(hexadecimal, value.length)
  const prefix = /^[a-z]{1,4}-/u.exec(value)?.[0] ?? ''
  return prefix + draw(lower, value.length - prefix.length)
}

/** Draws characters one after the other; 256 is no multiple of most alphabets, which shows in nothing this short. */
const drawing = (key: string, value: string) => {
  let bytes: number[] = []
  let blocks = 0
  const next = (): number => {
    if (bytes.length === 0) {
      bytes = [...createHmac('sha256', key).update(`${blocks} ${value}`).digest()]
      blocks += 1
    }
    return bytes.pop() ?? 0
  }
  return (alphabet: string, count: number): string =>
    Array.from({ length: count }, () => alphabet[next() % alphabet.length]).join('')
}
