import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { compareEntries } from './compare-entries.ts'
import { addTo, noFindings, type Findings } from './differences.ts'
import { fits, isScalar, type Fitting } from './fits.ts'

/** What the rules say an answer holds, and what it holds. */
export interface Held {
  /** where they stand: names joined by dots */
  readonly member: string
  readonly expected: Json
  readonly told: Json | undefined
}

/** Compares a value of an answer with what the rules say it is, member by member. What they do not say is not looked at. */
export function compareValue({ member, expected, told }: Held, fitting: Fitting): Findings {
  if (isEmpty(expected) && (told === undefined || told === null || isEmpty(told)))
    return seen(member)
  if (told === undefined || told === null) return differing(member, 'untold', expected, told)
  if (Array.isArray(expected)) {
    return Array.isArray(told)
      ? compareEntries({ member, expected, told }, fitting, compareValue)
      : differing(member, 'other', expected, told)
  }
  if (isObject(expected)) {
    return isObject(told)
      ? compareMembers({ member, expected, told }, fitting)
      : differing(member, 'other', expected, told)
  }
  const same = isScalar(told) && isScalar(expected) && fits(expected, told, fitting)
  return same ? seen(member) : differing(member, 'other', expected, told)
}

/** Compares the members of an object, of those that the rules say. */
export function compareMembers(
  { member, expected, told }: Held & { readonly expected: JsonObject; readonly told: JsonObject },
  fitting: Fitting,
): Findings {
  const all = noFindings()
  for (const [name, value] of Object.entries(expected)) {
    addTo(
      all,
      compareValue({ member: below(member, name), expected: value, told: told[name] }, fitting),
    )
  }
  return all
}

/** The place of a member; what nests in its own kind has one place. */
export function below(member: string, name: string): string {
  if (member === '') return name
  return member.split('.').at(-1) === name ? member : `${member}.${name}`
}

const isEmpty = (value: Json): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

const seen = (member: string): Findings => ({ compared: new Set([member]), differences: [] })

const differing = (
  member: string,
  kind: 'other' | 'untold',
  expected: Json,
  told: Json | undefined,
): Findings => ({
  compared: new Set(kind === 'untold' ? [] : [member]),
  differences: [
    {
      member,
      kind,
      expected: JSON.stringify(expected),
      received: JSON.stringify(told) ?? 'nothing',
    },
  ],
})
