import type { Answer, Message } from '../specs/wire/wire.ts'

/** One request with what came back, as it was on the wire. Secrets are only in `request.headers`. */
export interface Exchange {
  readonly id: number
  readonly account: string
  readonly operation: string
  readonly request: Message
  readonly answer?: Answer
  /** why there is no answer */
  readonly lost?: string
  /** when it was sent, and how many milliseconds it took */
  readonly at: number
  readonly took: number
}

/** The exchanges of a run, by id; what a report needs to show a finding. */
export interface Transcript {
  readonly record: (exchange: Omit<Exchange, 'id'>) => Exchange
  readonly get: (id: number) => Exchange | undefined
  /** forgets exchanges that no finding will show */
  readonly forget: (ids: readonly number[]) => void
}

/** An empty transcript; ids count from 1. */
export function openTranscript(): Transcript {
  const exchanges = new Map<number, Exchange>()
  let count = 0
  return {
    record: (exchange) => {
      count += 1
      const recorded = { id: count, ...exchange }
      exchanges.set(count, recorded)
      return recorded
    },
    get: (id) => exchanges.get(id),
    forget: (ids) => {
      for (const id of ids) exchanges.delete(id)
    },
  }
}
