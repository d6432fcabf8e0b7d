import type { Answered } from './answered.ts'
import type { Way } from './ways.ts'

/** Which answers of a play are spoiled: opened for each play, and called once for each answer, in their order. */
export interface Target {
  readonly name: string
  readonly open: () => (answered: Answered, place: number) => boolean
}

/** Some answers, spoiled in one way. */
export interface Spoiling {
  readonly target: Target
  readonly way: Way
}

/** All that refuse. */
export const refusals: Target = {
  name: 'refusals',
  open: () => (answered) => answered.isRefused,
}

/** All answers to the calls of an operation; of every operation where none is named. */
export function answersOf(operation: string | undefined): Target {
  return {
    name: 'answers',
    open: () => (answered) => operation === undefined || answered.operation === operation,
  }
}

/** Those that carry out an operation, from the nth on. */
export function successesOf(operation: string | undefined, first = 0): Target {
  const isMeant = answersOf(operation).open()
  return {
    name: first === 0 ? 'successes' : 'later successes',
    open: () => {
      let count = 0
      return (answered, place) => {
        if (answered.isRefused || !isMeant(answered, place)) return false
        count += 1
        return count > first
      }
    },
  }
}

/** Those that come at some places. */
export function at(places: ReadonlySet<number>): Target {
  return { name: places.size === 1 ? 'one' : 'some', open: () => (_, place) => places.has(place) }
}
