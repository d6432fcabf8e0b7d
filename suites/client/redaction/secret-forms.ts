import { folded } from './folded.ts'
import { undoEscapes } from './undo-escapes.ts'

/** A spelling of a secret to look for; letters in lower case, since a text is searched without regard to case. */
export interface Form {
  readonly text: string
  /** a part of it is a finding, too: an endpoint may cut what it echoes */
  readonly parts: boolean
  /** counts only where no letter or digit stands beside it */
  readonly alone: boolean
  /** the characters on both sides hold some bits of it */
  readonly frayed: boolean
}

/** The least part of a secret that counts as one, in characters: fewer are found in texts by accident. */
export const leastPart = 8

/** Shorter secrets, or those that a person could have made up, are not looked for in parts. */
const leastDrawn = 20

/** Up to this length a secret of letters alone, or of digits alone, may be a word or a number of everybody's. */
const longestWord = 15

/**
 * Every spelling in which a secret is looked for, besides the escapes that are undone in the text: as it is, with
 * `+` and blank taken for each other (forms), its UTF-8 bytes read one by one (headers), in hexadecimal, in base64 and
 * in base64 of base64, alone or within more, in both alphabets. None for a secret that nobody could tell from ordinary words: one of fewer
 * than 4 characters, or of fewer than 8 that are letters alone or digits alone.
 */
export function formsOf(secret: string): readonly Form[] {
  const forms = isWord(secret) && secret.length < leastPart ? [] : spellingsOf(secret)
  const byText = new Map(forms.map((form) => [folded(form.text), form]))
  return [...byText].map(([text, form]) => ({ ...form, text }))
}

/** Letters alone or digits alone, or hardly anything. */
const isWord = (secret: string): boolean => /^(?:\p{L}+|\d+|.{0,3})$/u.test(secret)

/** By chance, as far as one can see. */
const isDrawn = (secret: string): boolean =>
  secret.length >= leastDrawn && /\d/u.test(secret) && /\p{L}/u.test(secret)

const spellingsOf = (secret: string): readonly Form[] => {
  const parts = isDrawn(secret)
  const alone = secret.length < leastPart || (isWord(secret) && secret.length <= longestWord)
  const plain = plainOf(secret).map((text) => ({ text, parts, alone, frayed: false }))
  if (secret.length < leastPart) return plain
  const bytes = Buffer.from(secret)
  const inner = base64Cores(bytes)
  const cores = [...inner, ...inner.flatMap((core) => base64Cores(Buffer.from(core)))]
  return [
    ...plain,
    { text: bytes.toString('hex'), parts, alone: false, frayed: false },
    ...cores.map((text) => ({ text, parts, alone: false, frayed: true })),
  ]
}

const plainOf = (secret: string): readonly string[] => {
  const latin = Buffer.from(secret).toString('latin1')
  return [
    secret,
    secret.replaceAll('+', ' '),
    secret.replaceAll(' ', '+'),
    latin,
    // what looks like an escape in the secret itself is undone along with the text's
    ...[undoEscapes(secret), undoEscapes(secret, 'throughout'), undoEscapes(latin)].flatMap(
      (undone) => undone?.text ?? [],
    ),
  ]
}

/**
 * The base64 digits (RFC 4648) that only the bytes themselves decide, for each of the three places in which they can
 * stand within a longer text, in both alphabets.
 */
const base64Cores = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/u, '')
    const whole = (before + bytes.length) % 3 === 0
    const core = text.slice([0, 2, 3][before], whole ? undefined : -1)
    return core.length < leastPart ? [] : [core, core.replaceAll('+', '-').replaceAll('/', '_')]
  })
