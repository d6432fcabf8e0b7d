import type { Json } from '../../specs/contract/json.ts'
import { own } from '../../specs/contract/own.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { CaseRecord } from '../mutants/case-record.ts'
import { answeredOf, type Answered } from './answered.ts'

/** What the endpoint that is right answers, to take wrong answers from. */
export interface KnownAnswers {
  readonly vendor: Vendor
  /** some successes of an operation, those that tell most first */
  readonly successes: (operation: string) => readonly Answered[]
  /** some refusals of an operation, of different codes */
  readonly refusals: (operation: string) => readonly Answered[]
  /** the other words of the lists of the contract that have this one, those of short lists first */
  readonly otherWords: (word: string) => readonly string[]
}

/** How many answers of an operation are kept of each kind. */
const most = 3

/** What was answered in all cases. */
export function knownAnswers(vendor: Vendor, cases: readonly CaseRecord[]): KnownAnswers {
  const successes: Record<string, Answered[]> = {}
  const refusals: Record<string, Answered[]> = {}
  const lists = [...listsIn(vendor.contract.openapi)].toSorted(
    (one, other) => one.length - other.length,
  )
  for (const { passed, notes } of cases)
    for (const { answer, message } of passed) {
      const answered = answeredOf(answer, notes.get(message))
      if (answered === undefined) continue
      const kind = answered.isRefused ? refusals : successes
      const known = (kind[answered.operation] ??= [])
      const isNew = !known.some((other) => sameKind(other, answered))
      if (isNew) known.push(answered)
    }
  return {
    vendor,
    successes: (operation) => largest(own(successes, operation) ?? []),
    refusals: (operation) => (own(refusals, operation) ?? []).slice(0, most),
    otherWords: (word) => {
      const words = lists.filter((list) => list.includes(word)).flatMap(behind(word))
      return [...new Set(words)]
    },
  }
}

const largest = (known: readonly Answered[]): readonly Answered[] =>
  known.toSorted((one, other) => size(other) - size(one)).slice(0, most)

const size = ({ right }: Answered): number => right.body.length

const sameKind = (one: Answered, other: Answered): boolean =>
  one.isRefused ? one.error?.code === other.error?.code : one.right.body === other.right.body

/** The other words of a list: those that come after a word, and then those before it. */
const behind =
  (word: string) =>
  (list: readonly string[]): readonly string[] => {
    const place = list.indexOf(word)
    return [...list.slice(place + 1), ...list.slice(0, place)]
  }

/** The words of each member that has a list of them. */
function* listsIn(schema: Json): Generator<readonly string[]> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [name, value] of Object.entries(schema)) {
    if (name === 'enum' && Array.isArray(value))
      yield value.filter((one) => typeof one === 'string')
    else yield* listsIn(value)
  }
}
