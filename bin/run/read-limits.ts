import { features, isFeature } from '../../specs/features.ts'
import { limitNames } from '../../specs/profile.ts'
import { didYouMean } from '../nearest.ts'
import type { Problem } from '../problem.ts'

/** Entries read from `name=value` texts, and what is wrong with the others. */
export interface Entries<T> {
  readonly entries: Readonly<Record<string, T>>
  readonly problems: readonly Problem[]
}

/** Limits from flags: `name=number`, or `name=none` for no limit. */
export function readLimits(texts: readonly string[]): Entries<number | null> {
  const read = texts.map((text): Problem | readonly [string, number | null] => {
    const [name = '', value = ''] = split(text)
    if (value === 'none') return [name, null]
    if (/^\d+$/.test(value)) return [name, Number(value)]
    const message = `--limit is "${text}"`
    return { code: 'LIMIT_SYNTAX', message, hint: 'write name=number, or name=none for no limit' }
  })
  return sorted(read)
}

/** Features declared absent, from flags: `feature=reason`. */
export function readAbsent(texts: readonly string[]): Entries<string> {
  const read = texts.map((text): Problem | readonly [string, string] => {
    const [name = '', reason = ''] = split(text)
    if (reason !== '') return [name, reason]
    const message = `--absent is "${text}"`
    return { code: 'ABSENT_SYNTAX', message, hint: 'write feature=reason: the report names it' }
  })
  return sorted(read)
}

/** Names of limits and features that nobody knows. */
export function unknownNames(
  limits: Readonly<Record<string, unknown>>,
  absent: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  const names: readonly string[] = limitNames
  return [
    ...Object.keys(limits)
      .filter((name) => !names.includes(name))
      .map((name) => unknown('limit', name, names)),
    ...Object.keys(absent)
      .filter((name) => !isFeature(name))
      .map((name) => unknown('feature', name, Object.keys(features))),
  ]
}

const unknown = (kind: string, name: string, known: readonly string[]): Problem => ({
  code: `UNKNOWN_${kind.toUpperCase()}`,
  message: `there is no ${kind} "${name}"`,
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
