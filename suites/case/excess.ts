import { inThousands } from '../client/in-thousands.ts'
import type { Exchange } from '../client/transcript.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** What was more than the suite takes, whoever asked. */
export interface Excess {
  /** whether it is the first of its kind */
  readonly heard: (operation: string, what: string, exchange?: Exchange) => boolean
  /** undefined where nothing was too much */
  readonly judge: () => Judgement | undefined
}

interface Kind {
  /** the first of its kind, in words for people */
  readonly what: string
  readonly operations: Set<string>
  count: number
}

/** Kinds that are told; the others are counted. */
const shown = 5

/** Remembers each kind of excess once, with the exchange that showed it first. */
export function openExcess(): Excess {
  const kinds = new Map<string, Kind>()
  const exchanges: number[] = []
  return {
    heard: (operation, what, exchange) => {
      const kind = what.replaceAll(/[\d,]+/gu, '#')
      const known = kinds.get(kind) ?? { what, operations: new Set(), count: 0 }
      if (known.count === 0 && exchange !== undefined) exchanges.push(exchange.id)
      known.count += 1
      known.operations.add(operation)
      kinds.set(kind, known)
      return known.count === 1
    },
    judge: () => {
      if (kinds.size === 0) return undefined
      const all = [...kinds.values()].map(kindText)
      const more = all.length > shown ? `; and ${all.length - shown} more kinds` : ''
      const received = `${all.slice(0, shown).join('; ')}${more}`
      return {
        verdict: 'fail',
        reason: `more came than is read: ${received}`,
        expected: 'answers and lists that come to an end, and that clients can read',
        received,
        exchanges,
      }
    },
  }
}

const kindText = ({ what, operations, count }: Kind): string => {
  const [first = ''] = operations
  const where = operations.size > 1 ? `${first} and ${operations.size - 1} more` : first
  return `${what} (${where}, ${count === 1 ? 'once' : `${inThousands(count)} times`})`
}
