import { isDeepStrictEqual } from 'node:util'

import type { Judgement, Reading } from '../verdict/verdict.ts'
import { inWords, tellUnequal } from './tell-difference.ts'

/** A value, or a relation that is put into words. */
export type Relation =
  /** `each` says what stands in each place of a list, where its entries do not say so themselves */
  | { readonly equals: unknown; readonly each?: readonly string[] }
  | { readonly includes: string }
  | { readonly excludes: string }
  | { readonly oneOf: readonly unknown[] }
  | { readonly holds: boolean; readonly says: string }

/**
 * What a value is compared with. `service` is what the real service does instead, where the facts that are observed of
 * it (observed.json) contradict the document in this check; of any other vendor it is not asked.
 */
export type Expected = Relation & { readonly service?: Relation }

/** Judges a value that was read; `contradicted` where the real service is seen to contradict the document. */
export function judgeValue(
  received: unknown,
  expected: Expected,
  shown: { readonly exchanges: readonly number[]; readonly contradicted?: boolean },
): Judgement {
  const { exchanges } = shown
  const readings = readingsOf(expected, shown.contradicted).map(([reading, relation]) => ({
    reading,
    ...compare(received, relation),
  }))
  const right = readings.find(({ fits }) => fits)
  if (right === undefined) {
    return unfit(readings, exchanges)
  }
  const { reading } = right
  return { verdict: 'pass', ...(readings.length > 1 && { reading }), exchanges }
}

const readingsOf = (
  expected: Expected,
  contradicted = false,
): readonly (readonly [Reading, Relation])[] =>
  contradicted && expected.service !== undefined
    ? [
        ['document', expected],
        ['service', expected.service],
      ]
    : [['document', expected]]

const unfit = (readings: readonly Compared[], exchanges: readonly number[]): Judgement => {
  const expected = readings.map(({ says }) => says).join(', or ')
  const received = readings[0]?.told ?? 'nothing'
  return {
    verdict: 'fail',
    reason: `${received} where ${expected}`,
    expected,
    received,
    exchanges,
  }
}

/** A value beside a relation: whether it fits, what was expected, and what came. */
interface Compared {
  readonly fits: boolean
  readonly says: string
  readonly told: string
}

const compare = (received: unknown, expected: Relation): Compared => {
  if ('equals' in expected) {
    const told = tellUnequal(received, expected.equals, expected.each)
    return {
      fits: isDeepStrictEqual(received, expected.equals),
      says: `${told.expected} is expected`,
      told: told.received,
    }
  }
  return { ...related(received, expected), told: inWords(received) }
}

const related = (
  received: unknown,
  expected: Exclude<Relation, { readonly equals: unknown }>,
): Omit<Compared, 'told'> => {
  if ('includes' in expected) {
    const { includes } = expected
    return { fits: listed(received, includes), says: `${includes} is among the entries` }
  }
  if ('excludes' in expected) {
    const { excludes } = expected
    return {
      fits: Array.isArray(received) && !listed(received, excludes),
      says: `${excludes} is not among the entries`,
    }
  }
  if ('oneOf' in expected) {
    return {
      fits: expected.oneOf.some((value) => isDeepStrictEqual(value, received)),
      says: `one of ${JSON.stringify(expected.oneOf)} is expected`,
    }
  }
  return { fits: expected.holds, says: expected.says }
}

const listed = (received: unknown, id: string): boolean =>
  Array.isArray(received) &&
  received.some((entry: unknown) => {
    if (typeof entry === 'string') return entry === id
    return typeof entry === 'object' && entry !== null && 'id' in entry && entry.id === id
  })
