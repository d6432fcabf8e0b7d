import { inOneOrder } from './one-order.ts'

/**
 * What two answers about one thing tell otherwise, in words. What only one of them tells is no contradiction: a list may
 * say less than an answer about one entry.
 */
export function contradictions(one: object, other: object): readonly string[] {
  const told = new Map(Object.entries(other))
  return Object.entries(one).flatMap(([name, value]) => {
    const again: unknown = told.get(name)
    if (value === undefined || again === undefined) return []
    const [first, second] = [inOneOrder(value), inOneOrder(again)]
    return first === second ? [] : [`${name}: ${first} and ${second}`]
  })
}
