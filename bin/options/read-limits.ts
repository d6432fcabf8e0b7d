import { didYouMean } from '../../harness/nearest.ts'
import { quoted, type Problem } from '../../harness/problem.ts'
import { limitNames } from '../../specs/vocabulary/limit-name.ts'

/** Entries read from `name=value` texts, and what is wrong with the others. */
export interface Entries<T> {
  readonly entries: Readonly<Record<string, T>>
  readonly problems: readonly Problem[]
}

/** As in target.schema.json: no vendor allows more of anything. */
const largest = 1_000_000_000

/** Limits from flags: `name=number`, or `name=none` for no limit. */
export function readLimits(flag: string, texts: readonly string[]): Entries<number | null> {
  const read = texts.map((text): Problem | readonly [string, number | null] => {
    const [name = '', value = ''] = split(text)
    if (value === 'none') return [name, null]
    if (/^\d{1,10}$/.test(value) && Number(value) <= largest) return [name, Number(value)]
    const hint = `write name=number, at most ${largest}, or name=none for no limit`
    return { code: 'LIMIT_SYNTAX', message: `${flag} is ${quoted(text)}`, hint }
  })
  return sorted(read)
}

/** Features declared absent, from flags: `feature=reason`. */
export function readAbsent(flag: string, texts: readonly string[]): Entries<string> {
  const read = texts.map((text): Problem | readonly [string, string] => {
    const [name = '', reason = ''] = split(text)
    if (reason !== '') return [name, reason]
    const message = `${flag} is ${quoted(text)}`
    return { code: 'ABSENT_SYNTAX', message, hint: 'write feature=reason: the report names it' }
  })
  return sorted(read)
}

/** Names among these that no limit has. `place` says where a name stands, and whether it may be quoted. */
export function unknownLimits(names: readonly string[], place: NamePlace): readonly Problem[] {
  const known: readonly string[] = limitNames
  return names.filter((name) => !known.includes(name)).map(unknown('limit', known, place))
}

/** Names among these that no feature has. The features of all vendors are only loaded where a name is given. */
export async function unknownFeatures(
  names: readonly string[],
  place: NamePlace,
): Promise<readonly Problem[]> {
  if (names.length === 0) return []
  const { isFeature, knownFeatures } = await import('../../specs/vendors/known-features.ts')
  const known = [...knownFeatures.keys()]
  return names.filter((name) => !isFeature(name)).map(unknown('feature', known, place))
}

/** How to speak of a name that somebody gave us. */
export type NamePlace = (name: string) => string

const unknown =
  (kind: string, known: readonly string[], place: NamePlace) =>
  (name: string): Problem => ({
    code: `UNKNOWN_${kind.toUpperCase()}`,
    message: `${place(name)} is no ${kind}`,
    hint: didYouMean(name, known) ?? `known are ${known.join(', ')}`,
  })

const split = (text: string): readonly string[] => {
  const at = text.indexOf('=')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

const sorted = <T>(read: readonly (Problem | readonly [string, T])[]): Entries<T> => ({
  entries: Object.fromEntries(read.filter((one) => !('code' in one)) as (readonly [string, T])[]),
  problems: read.filter((one): one is Problem => 'code' in one),
})
