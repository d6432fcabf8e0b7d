import { pathAt } from '../../specs/wire/path-at.ts'
import type { Answer, Message } from '../../specs/wire/wire.ts'
import { boundedReading, type AnswerBounds, type BoundedReading } from './answer-bounds.ts'
import { askLine, type CameHeaders, type WholeAnswer } from './ask-line.ts'
import { connectionProblemOf, type ConnectionProblem } from './connection-problem.ts'
import { acceptedCoding, decode } from './content-coding.ts'
import { openLine, ownNetwork, type Network, type Route } from './line.ts'

/** What a line bears, and which way it goes. */
export interface ConnectionLimits extends AnswerBounds, Route {
  /** the whole exchange, connecting and all drips of the body included, in ms; 10 s unless said */
  readonly deadline?: number
  /** the answer's body in bytes, zipped or not; a mebibyte unless said */
  readonly body?: number
  /** the answer's header in bytes; 16 KiB unless said, as Node's own client has it */
  readonly header?: number
  /** connections at a time; 16 unless said. Waiting for one counts against the deadline */
  readonly connections?: number
  /** how many characters of earlier answers are still kept; none unless said */
  readonly keeps?: () => number
}

/** An answer as it came over a line. */
export interface CarriedAnswer extends Answer {
  /** why its body can not be read, for people: it is then left out */
  readonly unreadable?: string
}

/** A line to one endpoint. Nothing is repeated and no redirect is followed. */
export interface Connection {
  /** Sends a message and waits for the whole answer, or says why there is none. */
  send(message: Message, signal?: AbortSignal): Promise<CarriedAnswer | ConnectionProblem>
  /** Hangs up; what is still under way ends as `aborted`. */
  close(): Promise<void>
}

const standard = {
  deadline: 10_000,
  body: 1024 * 1024,
  header: 16 * 1024,
  connections: 16,
} as const satisfies ConnectionLimits

const headersOf = (headers: CameHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'object' ? value.join(', ') : (value ?? ''),
    ]),
  )

const tooLarge = (detail: string): ConnectionProblem => ({ problem: 'too-large', detail })

/** What is too much before the body is read. */
const excessOfHead = (
  headers: CameHeaders,
  most: number,
  bounded: BoundedReading,
): string | undefined => {
  const announced = Number(headers['content-length'] ?? 0)
  return announced > most ? `${announced} bytes announced` : bounded.excessOfHead(headers)
}

/** What a whole answer says, its body of so many bytes at most. */
const answerIn = async (
  { status, headers: came, bytes }: WholeAnswer,
  most: number,
  bounded: BoundedReading,
): Promise<CarriedAnswer | ConnectionProblem> => {
  const headers = headersOf(came)
  const decoded = await decode(bytes, headers['content-encoding'] ?? '', most)
  if ('problem' in decoded) return decoded
  if ('unreadable' in decoded) return { status, headers, body: '', ...decoded }
  // a byte order mark stays: clients stumble over it too
  const body = decoded.bytes.toString('utf8')
  const beyond = bounded.excessOfBody(body)
  return beyond === undefined ? { status, headers, body } : tooLarge(beyond)
}

/**
 * Opens a line to an endpoint: nobody else asks over one (ask-line.ts). A path prefix of
 * the endpoint is put before every message's path. An answer may come in gzip, and is unzipped. A line
 * to an endpoint that is on loopback by name (loopback.ts) goes nowhere else: a message that would is
 * `off-loopback`. Throws only for a message that can not be sent at all: our mistake.
 */
export function openConnection(
  endpoint: URL,
  limits: ConnectionLimits = {},
  network: Network = ownNetwork,
): Connection {
  const bounds = { ...standard, ...limits }
  const line = openLine(endpoint, bounds, network)
  const bounded = boundedReading(limits, limits.keeps)
  return {
    async send(message, caller) {
      const request = {
        origin: endpoint.origin,
        method: message.method,
        path: pathAt(endpoint, message.path),
        // how a body travels is the line's own business, like its length: no part of the message
        headers: { 'accept-encoding': acceptedCoding, ...message.headers },
        body: message.bytes ?? (message.body === '' ? null : message.body),
      }
      const came = await askLine(line, request, {
        deadline: bounds.deadline,
        caller,
        excessOfHead: (headers) => {
          const excess = excessOfHead(headers, bounds.body, bounded)
          return excess === undefined ? undefined : tooLarge(excess)
        },
      }).catch((error: unknown) => connectionProblemOf(error, bounds))
      return 'problem' in came ? came : answerIn(came, bounds.body, bounded)
    },
    close: () => line.destroy(),
  }
}
