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

/** How the requests of an operation went. */
interface Course {
  /** whether it ever told what came of one */
  told: boolean
  /** exchanges in which it failed, of requests that it answered later, though not by a success */
  readonly untold: Failing[]
}

/**
 * A failure may pass: one counts where the same request of the same caller is never answered, while others are before and
 * after, and where no other failure of its kind has passed by itself in this run. What fails first and is refused when it
 * is said again may have been done: where an operation never tells of anything that it does, that counts, too.
 */
export function openFailures({ keep }: Pick<Transcript, 'keep'>): Failures {
  const courses = new Map<string, Course>()
  const failing = new Map<string, Failing>()
  const seen: Seen = { passing: new Set(), clear: 0 }
  const failed = (exchange: Exchange, failure: Failure, said: string): void => {
    const key = keyOf(exchange)
    const known = failing.get(key) ?? { ...begun(exchange, failure), said }
    failing.set(key, known)
    known.times += 1
    known.clear = seen.clear
    keep(known.exchange)
  }
  const answered = (exchange: Exchange, course: Course, told: boolean): void => {
    seen.clear += 1
    course.told ||= told
    const before = failing.get(keyOf(exchange))
    if (before === undefined) return
    failing.delete(keyOf(exchange))
    if (told) seen.passing.add(before.failure)
    else course.untold.push(before)
  }
  return {
    heard: (exchange, reply, trouble) => {
      const course = courses.get(exchange.operation) ?? { told: false, untold: [] }
      courses.set(exchange.operation, course)
      if (trouble === undefined) return answered(exchange, course, reply.kind === 'output')
      const failure = failureIn(reply, trouble)
      if (failure !== undefined) failed(exchange, failure, textOf(reply))
    },
    judge: (operation) => {
      const course = courses.get(operation)
      const own = [...failing.values()].filter((one) => one.operation === operation)
      if (course === undefined || seen.clear === 0) return undefined
      return lasting(own, seen) ?? untold(course) ?? { verdict: 'pass', exchanges: [] }
    },
  }
}

/** What was seen of all operations. */
interface Seen {
  /** failures of which one passed by itself */
  readonly passing: Set<Failure>
  /** answers that were clear */
  clear: number
}

const lasting = (failing: readonly Failing[], { passing, clear }: Seen): Judgement | undefined => {
  const found = failing.find(
    (one) => one.times >= tries && clear > one.clear && !passing.has(one.failure),
  )
  return found && findingOf(found)
}

const untold = ({ told, untold: all }: Course): Judgement | undefined => {
  const [first] = all
  return first === undefined || told || all.length < tries
    ? undefined
    : neverTold(first, all.length)
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

const neverTold = ({ said, exchange }: Failing, times: number): Judgement => ({
  verdict: 'fail',
  reason: `it never tells what it did: ${times} requests came to ${said}, and to a refusal when they were said again`,
  expected: 'an answer, or a refusal that blames the request',
  received: said,
  exchanges: [exchange],
})
