import type { Span } from '../redaction/rewritten.ts'

/** How the ids of accounts and organizations look, and which members hold them whatever they look like. */
export interface Identifying {
  /** regular expressions for whole ids, in small letters */
  readonly forms: readonly string[]
  /** names of members in the bodies of a vendor's messages */
  readonly members: readonly string[]
}

/** Ids that are known, by how long they are. */
export type KnownIds = ReadonlyMap<number, ReadonlySet<string>>

/** The address of a person, in small letters. */
const email = '[\\w.%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+'

/** Finds what looks like an id or the address of a person, alone among letters and digits. */
export function tokenPattern({ forms }: Pick<Identifying, 'forms'>): RegExp {
  return new RegExp(`(?<![0-9a-z])(?:${[email, ...forms].join('|')})(?![0-9a-z])`, 'gu')
}

/** Finds the scalars of members that hold ids. */
export function memberPattern({ members }: Pick<Identifying, 'members'>): RegExp | undefined {
  if (members.length === 0) return undefined
  return new RegExp(`"(?:${members.join('|')})"\\s*:\\s*"?(?<id>[^",\\s\\]}]{5,})`, 'gu')
}

/** Letters, digits and hyphens in a row: what an id is made of, or stands in. */
const run = /[0-9a-z][0-9a-z-]*/gu

/** Shorter ids count where they stand alone only: they may be part of any word or number. */
const leastPart = 8

/** Where a text in small letters holds ids that are known, alone or with something at their ends. */
export function knownSpans(text: string, known: KnownIds): readonly Span[] {
  if (known.size === 0) return []
  return [...text.matchAll(run)].flatMap(({ 0: word, index }) => {
    if (known.get(word.length)?.has(word) === true)
      return [{ from: index, to: index + word.length }]
    return [...known].flatMap(([length, ids]) =>
      length < leastPart || length >= word.length ? [] : within(word, index, { length, ids }),
    )
  })
}

const within = (
  word: string,
  index: number,
  { length, ids }: { readonly length: number; readonly ids: ReadonlySet<string> },
): readonly Span[] => {
  const found: Span[] = []
  for (let at = 0; at + length <= word.length; at += 1) {
    if (ids.has(word.slice(at, at + length)))
      found.push({ from: index + at, to: index + at + length })
  }
  return found
}
