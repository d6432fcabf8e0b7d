import { scalarsIn, type Json } from '../../specs/contract/json.ts'
import type { Answer, Message } from '../../specs/wire/wire.ts'
import { partOf } from './part-of.ts'

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
  /** lets somebody hear of every exchange as it is recorded */
  readonly listen: (heard: (exchange: Exchange) => void) => void
  readonly get: (id: number) => Exchange | undefined
  /**
   * the exchange of those still known whose answer shows a value that its request did not hold (or did, where `echoed`); the
   * latest of several
   */
  readonly whereShown: (value: string, echoed?: boolean) => Exchange | undefined
  /** keeps an exchange whatever is forgotten: a finding that is told at the end shows it */
  readonly keep: (id: number) => void
  /** puts what reports show in the place of an exchange, where it takes a lot of room */
  readonly shorten: (id: number, show: (exchange: Exchange) => Exchange) => void
  /** forgets exchanges that no finding will show */
  readonly forget: (ids: readonly number[]) => void
  /** characters of the bodies of all exchanges that are still known */
  readonly weight: () => number
}

/** An empty transcript; ids count from 1, or from behind those that are taken. */
export function openTranscript(taken = 0): Transcript {
  const exchanges = new Map<number, Exchange>()
  const kept = new Set<number>()
  const listeners: ((exchange: Exchange) => void)[] = []
  let count = taken
  return {
    record: (exchange) => {
      count += 1
      const recorded = { id: count, ...exchange, request: keptOf(exchange.request) }
      exchanges.set(count, recorded)
      for (const heard of listeners) heard(recorded)
      return recorded
    },
    listen: (heard) => void listeners.push(heard),
    get: (id) => exchanges.get(id),
    whereShown: (value, echoed = false) =>
      [...exchanges.values()]
        .toReversed()
        .find(
          ({ answer, request }) =>
            answer !== undefined && holds(answer, value) && (echoed || !isSent(request, value)),
        ),
    keep: (id) => void kept.add(id),
    shorten: (id, show) => {
      const exchange = exchanges.get(id)
      if (exchange !== undefined && isHeavy(exchange)) exchanges.set(id, show(exchange))
    },
    forget: (ids) => {
      for (const id of ids) if (!kept.has(id)) exchanges.delete(id)
    },
    weight: () => [...exchanges.values()].reduce((sum, one) => sum + weightOf(one), 0),
  }
}

const weightOf = ({ request, answer }: Exchange): number =>
  request.body.length + (answer?.body.length ?? 0)

/** Characters of the body of a request that are kept: the rest is what an endpoint gave and got back. */
const enough = 64 * 1024

const keptOf = (request: Message): Message =>
  request.body.length > enough ? { ...request, body: partOf(request.body, 0, enough) } : request

/** Characters of a body that are kept for as long as its exchange is, beyond the case that it belongs to. */
const heavy = 8 * 1024

const isHeavy = ({ request, answer }: Exchange): boolean =>
  request.path.length > heavy || request.body.length > heavy || (answer?.body.length ?? 0) > heavy

/** What a body holds, remembered for as long as its exchange is: as JSON where it is that, else as it reads. */
const holders = new WeakMap<object, (value: string) => boolean>()

const holds = (message: Answer | Message, value: string): boolean => {
  const known = holders.get(message) ?? holderOf(message.body)
  holders.set(message, known)
  return value !== '' && known(value)
}

const holderOf = (body: string): ((value: string) => boolean) => {
  try {
    const scalars = new Set(scalarsIn(JSON.parse(body) as Json))
    return (value) => scalars.has(value)
  } catch {
    return (value) => body.includes(value)
  }
}

/** What an endpoint only echoes was ours before. */
const isSent = (request: Message, value: string): boolean =>
  holds(request, value) || request.path.includes(encodeURIComponent(value))
