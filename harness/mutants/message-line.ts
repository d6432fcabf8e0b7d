import type { Facade } from '../../endpoint/facade.ts'
import { bodyLimit } from '../../endpoint/receive.ts'
import type { Answer, Message } from '../../specs/wire/wire.ts'
import type { ConnectionProblem } from '../../suites/client/connection-problem.ts'
import type { CarriedAnswer, Connection } from '../../suites/client/connection.ts'

/** A message that came, when, and what was answered: nothing yet while it is on its way. */
export interface Passed {
  /** as the suite sent it */
  readonly sent: Message
  /** as it arrived */
  readonly message: Message
  /** milliseconds since 1970-01-01T00:00Z */
  readonly at: number
  /** which draws of chance are its own; those of its place among what passed unless said */
  readonly place?: string
  answer?: Carried
}

/** An answer, or why there is none. */
export type Carried = CarriedAnswer | ConnectionProblem

/** Whom messages are brought to. */
export interface Listener {
  readonly facade: Pick<Facade, 'answer' | 'knows' | 'tooLarge'>
  readonly clock: () => number
  /** the largest body it takes, in bytes; a mebibyte unless said */
  readonly limit?: number | undefined
  /** whether it is caught in a loop, and answers nothing any more */
  readonly isCaught: () => boolean
}

/** What becomes of an answer on its way back: what was answered is known of what passed. */
export type Spoil = (one: Passed & { readonly answer: Carried }) => Carried

/** A line without a network between the suite and a façade in the same process; tells of whatever passes, as it comes. */
export function messageLine(
  listener: Listener,
  passing: (one: Passed) => void,
  spoil: Spoil = ({ answer }) => answer,
): Connection {
  return {
    send: async (sent) => {
      const one: Passed = { sent, message: arrived(sent), at: listener.clock() }
      passing(one)
      const answer = await carry(listener, one.message)
      return spoil(Object.assign(one, { answer }))
    },
    close: async () => {},
  }
}

/** Brings a message to a façade, and its answer back, as the way over HTTP does it: a body only of whom the endpoint knows. */
export async function carry(listener: Listener, message: Message): Promise<Carried> {
  const { clock, isCaught } = listener
  try {
    const answer = await answerOf(listener, message)
    return isCaught() ? caught : delivered(answer, clock())
  } catch (error) {
    return isCaught() ? caught : { problem: 'reset', detail: String(error) }
  }
}

const answerOf = async (
  { facade, limit = bodyLimit }: Listener,
  message: Message,
): Promise<Answer> => {
  if (!facade.knows(message)) return facade.answer({ ...message, body: '' })
  const size = message.bytes?.length ?? Buffer.byteLength(message.body)
  return size > limit ? facade.tooLarge() : facade.answer(message)
}

const caught = { problem: 'timeout', detail: 'it is caught in a loop' } as const

/** Names of headers come in lower case. */
const arrived = (message: Message): Message => {
  const named = Object.entries(message.headers).map(([name, value]) => [name.toLowerCase(), value])
  return { ...message, headers: Object.fromEntries(named) as Message['headers'] }
}

/** Throws where Node's server could not send such an answer. */
const delivered = ({ status, headers, body }: Answer, now: number): CarriedAnswer => {
  if (!Number.isInteger(status) || status < 200 || status > 599) throw new Error(`status ${status}`)
  const length = String(Buffer.byteLength(body))
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const date = new Date(now).toUTCString()
  return { status, headers: { date, ...Object.fromEntries(named), 'content-length': length }, body }
}
