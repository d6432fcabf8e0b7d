import type { Reply } from '../../specs/wire/wire.ts'
import type { LostReply } from '../client/interaction.ts'
import type { Exchange, Transcript } from '../client/transcript.ts'
import type { Trouble } from '../client/trouble.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** Remembers which requests an endpoint never got to answer, however often they were sent. */
export interface Failures {
  readonly heard: (exchange: Exchange, reply: Reply | LostReply, trouble?: Trouble) => void
  /** undefined where nothing was asked of the operation */
  readonly judge: (operation: string) => Judgement | undefined
}

/** What is no answer to a request: the endpoint says that it failed, or ends the connection, or lets it wait. */
type Failure = 'failed' | 'lost'

/** A request that was not answered so far. */
interface Failing {
  readonly operation: string
  readonly failure: Failure
  readonly said: string
  readonly exchange: number
  times: number
  /** answers of all sorts that had come by then */
  clear: number
}

/** So often a request fails before it counts, which is as often as the client tries: what passes has passed by then. */
const tries = 3

/**
 * A failure may pass: one counts where the same request of the same caller is never answered, while others are before and
 * after, and where no other failure of its kind has passed by itself in this run.
 */
export function openFailures({ keep }: Pick<Transcript, 'keep'>): Failures {
  const asked = new Set<string>()
  const failing = new Map<string, Failing>()
  const passing = new Set<Failure>()
  let clear = 0
  const answered = (key: string): void => {
    clear += 1
    const before = failing.get(key)
    if (before === undefined) return
    passing.add(before.failure)
    failing.delete(key)
  }
  return {
    heard: (exchange, reply, trouble) => {
      asked.add(exchange.operation)
      const failure = trouble === undefined ? 'none' : failureIn(reply, trouble)
      if (failure === undefined) return
      const key = keyOf(exchange)
      if (failure === 'none') return answered(key)
      const known = failing.get(key) ?? { ...begun(exchange, failure), said: textOf(reply) }
      failing.set(key, known)
      known.times += 1
      known.clear = clear
      if (known.times === tries) keep(known.exchange)
    },
    judge: (operation) => {
      const found = [...failing.values()].find(
        (one) =>
          one.operation === operation &&
          one.times >= tries &&
          clear > one.clear &&
          !passing.has(one.failure),
      )
      if (found !== undefined) return findingOf(found)
      return asked.has(operation) && clear > 0 ? { verdict: 'pass', exchanges: [] } : undefined
    },
  }
}

const begun = ({ id, operation }: Exchange, failure: Failure): Omit<Failing, 'said'> => ({
  operation,
  failure,
  exchange: id,
  times: 0,
  clear: 0,
})

/** In which way a request failed; undefined where nobody can tell: the endpoint is busy, or knows no such operation. */
const failureIn = (reply: Reply | LostReply, trouble: Trouble): Failure | undefined => {
  if (trouble === 'busy' || reply.kind === 'unimplemented') return undefined
  if (reply.kind === 'lost') return 'lost'
  return reply.kind === 'refusal' || reply.status >= 500 ? 'failed' : undefined
}

/** The same request of the same caller, but for its signature. */
const keyOf = ({ operation, account, request: { method, path, body } }: Exchange): string =>
  [operation, account, method, path, body].join('\n')

const textOf = (reply: Reply | LostReply): string => {
  if (reply.kind === 'lost') return `no answer: ${reply.problem}`
  return `HTTP ${reply.status}${reply.kind === 'refusal' ? ` ${reply.code}` : ''}`
}

const findingOf = ({ said, times, exchange }: Failing): Judgement => ({
  verdict: 'fail',
  reason: `the same request came to ${said} each of ${times} times, while others were answered`,
  expected: 'an answer, or a refusal that blames the request',
  received: said,
  exchanges: [exchange],
})
