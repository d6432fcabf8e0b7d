import { isDeepStrictEqual } from 'node:util'

import type { Json } from '../../specs/contract/json.ts'
import type { Profile } from '../../specs/vendor/profile.ts'
import { documentOf } from '../verdict/document-of.ts'
import type { Learned } from './learned.ts'
import { translated } from './translated.ts'

/** What values are compared with. */
export interface Fitting extends Learned {
  /** whether the model made the name up: what the target calls it, its answers tell */
  readonly isMadeUp: (model: string) => boolean
  /** whether somebody in the play made what has that id, or named it */
  readonly isMet: (real: string) => boolean
  /** whether a value is newer than the document: it may stand anywhere */
  readonly isNewer: (told: unknown) => boolean
  readonly profile: Pick<Profile, 'policyDocuments'>
  /** what the target may leave out at the beginning of an id */
  readonly prefixes: readonly string[]
  /** whether a member may be left out */
  readonly mayLack: (member: string) => boolean
  /** whether a value may be told for a while where the rules have another one */
  readonly mayPass: (member: string, ruled: Json, told: Json) => boolean
  /** whether a list may have other entries besides those that the rules say are in it */
  readonly mayHoldMore: (member: string) => boolean
  /** whether it is what something is called that stood before: nobody told yet, and others may be called the same */
  readonly isUntold: (model: string) => boolean
  /** whether an entry of a list says as much as no entry, told or untold */
  readonly isVoid: (member: string, entry: Json, are: 'told' | 'untold') => boolean
}

/** A text, a number, a flag or null. */
export type Scalar = string | number | boolean | null

/** Whether a value is no list and no object. */
export function isScalar(value: Json): value is Scalar {
  return typeof value !== 'object' || value === null
}

/** Whether what was told is what is expected: the same, or the same thing by another name, instant or spelling. */
export function fits(expected: Scalar, told: Scalar, fitting: Fitting): boolean {
  if (fitting.isMadeUp(String(expected))) {
    return typeof expected === typeof told && isCalled(String(expected), String(told), fitting)
  }
  const [model, real] = [instantOf(expected), instantOf(told)]
  if (model !== undefined && real !== undefined) return fitting.moments.fits(model, real)
  if (expected === told) return true
  return typeof expected === 'string' && typeof told === 'string' && says(expected, told, fitting)
}

/** Whether somebody tells for the first time what something is called that stood before: nobody can compare that. */
export function isFirstTold(expected: Scalar, { isUntold, names }: Fitting): boolean {
  return isUntold(String(expected)) && names.real(String(expected)) === undefined
}

/** Whether the target calls it so, from now on at the latest. */
const isCalled = (model: string, told: string, { names, prefixes, isUntold }: Fitting): boolean => {
  if (isUntold(model)) return names.tell(model, told)
  const real = names.real(model)
  return prefixes.some((prefix) => real === `${prefix}${told}`) || names.bind(model, told)
}

const says = (expected: string, told: string, fitting: Fitting): boolean =>
  fitsText(expected, told, fitting) || saysTheSame(expected, told, fitting)

/** The first instant that can be meant: of an organization that stands now, nothing came about before. */
const earliest = Date.UTC(2005, 0)
const latest = Date.UTC(2100, 0)

/** The instant that a value says, in milliseconds: a date with its time, or seconds since 1970. */
export function instantOf(value: Scalar): number | undefined {
  const instant = typeof value === 'number' ? value * 1000 : dateIn(value)
  return instant !== undefined && instant > earliest && instant < latest ? instant : undefined
}

const dateIn = (value: Scalar): number | undefined => {
  if (typeof value !== 'string') return undefined
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?$/u.exec(value) ?? []
  return day === undefined ? undefined : Date.parse(`${day}T${time}${zone ?? 'Z'}`)
}

/** Names stand in resource names and paths, too. */
const fitsText = (expected: string, told: string, fitting: Fitting): boolean => {
  const [parts, others] = [expected.split(/([:/])/u), told.split(/([:/])/u)]
  if (parts.length !== others.length || parts.length === 1) return false
  return parts.every((part, index) => {
    const other = others[index] ?? ''
    return fitting.isMadeUp(part) ? fitting.names.bind(part, other) : part === other
  })
}

/** A document that names things names them as the target does. */
const saysTheSame = (expected: string, told: string, { profile, names }: Fitting): boolean =>
  expected.startsWith('{') &&
  isDeepStrictEqual(
    documentOf(translated(expected, names.real), profile),
    documentOf(told, profile),
  )
