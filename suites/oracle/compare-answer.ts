import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { compareEntries } from './compare-entries.ts'
import { addTo, noFindings, type Difference, type Findings } from './differences.ts'
import { fits, isFirstTold, isScalar, type Fitting, type Scalar } from './fits.ts'
import { shown } from './shown.ts'

/** What the rules say an answer holds, and what it holds. */
export interface Held {
  /** where they stand: names joined by dots */
  readonly member: string
  readonly expected: Json
  readonly told: Json | undefined
}

/** Compares a value of an answer with what the rules say it is, member by member. What they do not say is not looked at. */
export function compareValue(held: Held, fitting: Fitting): Findings {
  const { member, expected, told } = held
  if (isNothing(expected, told)) return told === undefined ? silentOf(member) : seen(member)
  if (told === undefined || told === null) return lacking(held, fitting)
  if (fitting.isNewer(told)) return unheard(held, fitting)
  return compareTold({ member, expected, told }, fitting) ?? differing(held, 'other', fitting)
}

/** A newer word may mean what no rule knows of, and may be nothing but wrong. */
const unheard = (held: Held, fitting: Fitting): Findings =>
  isScalar(held.expected) ? differing(held, 'unheard', fitting) : noFindings()

const lacking = (held: Held, fitting: Fitting): Findings =>
  fitting.mayLack(held.member) ? noFindings() : differing(held, 'untold', fitting)

/** Undefined where one thing is told for another. */
const compareTold = (
  { member, expected, told }: Held & { readonly told: Json },
  fitting: Fitting,
): Findings | undefined => {
  if (isList(expected)) {
    return isList(told)
      ? compareEntries({ member, expected, told }, fitting, compareValue)
      : undefined
  }
  if (isObject(expected)) {
    return isObject(told) ? compareMembers({ member, expected, told }, fitting) : undefined
  }
  return isScalar(told) ? compareScalars(member, [expected, told], fitting) : undefined
}

const compareScalars = (
  member: string,
  [expected, told]: readonly [Scalar, Scalar],
  fitting: Fitting,
): Findings | undefined => {
  const isFirst = isFirstTold(expected, fitting)
  if (!fits(expected, told, fitting) && !fitting.mayPass(member, expected, told)) return undefined
  return isFirst ? noFindings() : seen(member)
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** Compares the members of an object, of those that the rules say. */
export function compareMembers(
  { member, expected, told }: Held & { readonly expected: JsonObject; readonly told: JsonObject },
  fitting: Fitting,
): Findings {
  const all = noFindings()
  for (const [name, value] of Object.entries(expected)) {
    const held = { member: below(member, name), expected: value, told: told[name] }
    addTo(all, compareValue(held, fitting))
  }
  return all
}

/** The place of a member; what nests in its own kind has one place. */
export function below(member: string, name: string): string {
  if (member === '') return name
  return member.split('.').at(-1) === name ? member : `${member}.${name}`
}

/** Nothing is told of nothing; a count of nothing may be told as null. */
const isNothing = (expected: Json, told: Json | undefined): boolean =>
  (isEmpty(expected) && isEmpty(told)) || (expected === 0 && told === null)

/** What is not there, and what there is nothing of, is the same. */
const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (isList(value) && value.length === 0)

const silentOf = (member: string): Findings => ({ ...noFindings(), silent: new Set([member]) })

const seen = (member: string): Findings => ({ ...noFindings(), compared: new Set([member]) })

const differing = (
  { member, expected, told }: Held,
  kind: Exclude<Difference['kind'], 'entries'>,
  fitting: Fitting,
): Findings => ({
  ...noFindings(),
  compared: new Set(kind === 'other' ? [member] : []),
  differences: [
    {
      member,
      kind,
      expected: shown(expected, fitting),
      received: JSON.stringify(told) ?? 'nothing',
    },
  ],
})
