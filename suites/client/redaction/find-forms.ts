import type { Span } from './rewritten.ts'
import { leastPart, type Form } from './secret-forms.ts'

/** Finds where a text in small letters holds one of the forms, or enough of one. */
export type FindForms = (text: string) => readonly Span[]

/** A piece of a form, as long as the least part that counts. */
interface Piece {
  readonly form: Form
  readonly offset: number
}

/**
 * A search for many forms at once, in one pass over the text (Rabin and Karp, 1987): every form is found by pieces of
 * 8 characters, one after the other and one at its end, so that whatever holds 15 characters of it in a row, or 8 at
 * its beginning or end, holds a piece.
 */
export function findForms(forms: readonly Form[]): FindForms {
  const pieces = new Map<number, Piece[]>()
  // most windows are ruled out before anything is looked up
  const known = new Uint8Array(2 ** 16)
  for (const form of forms) {
    for (const offset of offsetsIn(form.text)) {
      const hash = hashOf(form.text.slice(offset, offset + leastPart))
      pieces.set(hash, [...(pieces.get(hash) ?? []), { form, offset }])
      known[hash & (known.length - 1)] = 1
    }
  }
  const short = forms.filter(({ text }) => text.length < leastPart)
  return (text) => {
    if (forms.length === 0) return []
    return [
      ...short.flatMap((form) => occurrences(text, form)),
      ...places(text, { pieces, known }),
    ].flatMap(({ form, ...span }) => accepted(text, span, form))
  }
}

const offsetsIn = ({ length }: string): readonly number[] => {
  const last = length - leastPart
  if (last < 0) return []
  const steps = Array.from({ length: Math.ceil(last / leastPart) }, (_, index) => index * leastPart)
  return [...steps, last]
}

const base = 0x01000193
/** What a character still weighs when it leaves the window. */
const oldest = Array.from({ length: leastPart }).reduce<number>(
  (power) => Math.imul(power, base),
  1,
)

const hashOf = (window: string): number => {
  let hash = 0
  for (let index = 0; index < window.length; index += 1) {
    hash = (Math.imul(hash, base) + window.charCodeAt(index)) | 0
  }
  return hash
}

type Found = Span & { readonly form: Form }

interface Sieve {
  readonly pieces: ReadonlyMap<number, readonly Piece[]>
  readonly known: Uint8Array
}

const places = (text: string, { pieces, known }: Sieve): readonly Found[] => {
  const found: Found[] = []
  const reached = new Map<Form, number>()
  let hash = 0
  for (let index = 0; index < text.length; index += 1) {
    const leaving = index < leastPart ? 0 : text.charCodeAt(index - leastPart)
    hash = (Math.imul(hash, base) + text.charCodeAt(index) - Math.imul(leaving, oldest)) | 0
    if (known[hash & (known.length - 1)] === 0) continue
    for (const piece of pieces.get(hash) ?? []) {
      // a long token is not read again for each of its pieces
      if (index < (reached.get(piece.form) ?? 0)) continue
      const whole = widest(text, index + 1 - leastPart, piece)
      reached.set(piece.form, whole.to)
      found.push(whole)
    }
  }
  return found.filter(({ from, to }) => to - from >= leastPart)
}

/** As much of a form as stands around a piece of it. Nothing when the hash alone was the same. */
const widest = (text: string, place: number, { form, offset }: Piece): Found => {
  let [from, to] = [place, place]
  const at = place - offset
  while (to - at < form.text.length && text[to] === form.text[to - at]) to += 1
  if (to - place < leastPart) return { form, from: place, to: place }
  while (from > at && from > 0 && text[from - 1] === form.text[from - 1 - at]) from -= 1
  return { form, from, to }
}

const occurrences = (text: string, form: Form): readonly Found[] => {
  const found: Found[] = []
  for (let at = text.indexOf(form.text); at >= 0; at = text.indexOf(form.text, at + 1)) {
    found.push({ form, from: at, to: at + form.text.length })
  }
  return found
}

const accepted = (text: string, span: Span, form: Form): readonly Span[] => {
  const cut = span.to - span.from < form.text.length
  if (cut && !form.parts) return []
  if (form.alone && hasNeighbour(text, span)) return []
  return [form.frayed ? widened(text, span) : span]
}

const hasNeighbour = (text: string, { from, to }: Span): boolean =>
  /^[\p{L}\p{N}]/u.test(text.slice(to, to + 2)) ||
  /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, from - 2), from))

/** With up to two further digits of base64 on each side, and the padding. */
const widened = (text: string, { from, to }: Span): Span => ({
  from: from - lengthOf(/[\w+/-]{0,2}$/u, text.slice(Math.max(0, from - 2), from)),
  to: to + lengthOf(/^[\w+/-]{0,2}={0,2}/u, text.slice(to, to + 4)),
})

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0
