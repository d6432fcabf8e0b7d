import { isObject, jsonIn, type Json, type JsonObject } from '../../specs/contract/json.ts'
import type { Answered } from './answered.ts'
import type { KnownAnswers } from './known-answers.ts'
import { carried, spoiledId, type Way } from './ways.ts'

type Change = (output: JsonObject) => Json

const telling = (name: string, change: Change): Way => ({
  name,
  spoil: ({ output, operation }, { vendor }) => {
    if (output === undefined) return undefined
    const changed = change(output)
    if (!isObject(changed) || changed === output) return undefined
    return carried(vendor.wire.answer(operation, changed, spoiledId))
  },
})

interface Mapping {
  readonly scalar?: (value: Json) => Json
  readonly list?: (list: readonly Json[]) => readonly Json[]
}

const mapped = (value: Json, mapping: Mapping): Json => {
  const { scalar = (one) => one, list = (all) => all } = mapping
  if (Array.isArray(value)) return list(value.map((item: Json) => mapped(item, mapping)))
  if (!isObject(value)) return scalar(value)
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, mapped(part, mapping)]),
  )
}

const lists = (name: string, list: (list: readonly Json[]) => readonly Json[]): Way =>
  telling(name, (output) => mapped(output, { list }))

const otherScalar = (value: Json): Json => {
  if (typeof value === 'string') return `${value}x`
  if (typeof value === 'number') return value + 1
  return typeof value === 'boolean' ? !value : value
}

const ofOtherType = (value: Json): Json => (typeof value === 'string' ? 8_640_731 : [value])

const seen =
  (
    pick: (known: KnownAnswers, operation: string) => readonly Answered[],
    index = 0,
  ): Way['spoil'] =>
  ({ isRefused, operation, right }, known) =>
    isRefused
      ? undefined
      : pick(known, operation).filter((other) => other.right.body !== right.body)[index]?.right

/** Whoever is let in is refused, with the first code that the operation declares. */
export const denied: Way = {
  name: 'refused',
  spoil: ({ isRefused, operation }, { vendor }) => {
    const code = vendor.contract.operations.get(operation)?.errors[0] ?? vendor.refusals.common[0]
    if (isRefused || code === undefined) return undefined
    return carried(vendor.wire.refuse({ status: 400, code, message: 'spoiled' }, spoiledId))
  },
}

/** Whoever is let in is refused so, and nobody says why in words. */
export const deniedWithoutWords: Way = {
  name: 'refused without words',
  spoil: (answered, known, before) => {
    const refusal = denied.spoil(answered, known, before)
    if (refusal === undefined || 'problem' in refusal) return undefined
    const whole = jsonIn(refusal.body)
    if (whole === undefined) return undefined
    return { ...refusal, body: JSON.stringify(withoutWords(whole)) }
  },
}

const withoutWords = (value: Json): Json =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, part]) =>
          part === 'spoiled' ? [] : [[name, withoutWords(part)]],
        ),
      )
    : value

/** Wrong answers to whoever is told something; those that are noticed most come first. */
export const outputWays: readonly Way[] = [
  denied,
  telling('values of another type', (output) => mapped(output, { scalar: ofOtherType })),
  lists('empty lists', () => []),
  telling('other values', (output) => mapped(output, { scalar: otherScalar })),
  lists('everything twice', (list) => [...list, ...list]),
  telling('nothing', () => ({})),
  telling('more', (output) => ({ Orgproof: { Name: 'x' }, ...output })),
  {
    name: 'what others were told',
    spoil: seen(({ successes }, operation) => successes(operation)),
  },
  {
    name: 'what was told before',
    spoil: ({ isRefused }, _, before) => (isRefused ? undefined : before?.right),
  },
  { name: 'refused like others', spoil: seen(({ refusals }, operation) => refusals(operation)) },
]

/** Rarer ones. */
export const rarerOutputWays: readonly Way[] = [
  lists('all but the first', (list) => list.slice(1)),
  lists('all but the last', (list) => list.slice(0, -1)),
  lists('turned round', (list) => list.toReversed()),
  {
    name: 'what others were told later',
    spoil: seen(({ successes }, operation) => successes(operation), 1),
  },
]
