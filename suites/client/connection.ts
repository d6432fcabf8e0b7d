import type { Dispatcher } from 'undici'

import { pathAt } from '../../specs/wire/path-at.ts'
import type { Answer, Message } from '../../specs/wire/wire.ts'
import { boundedReading, type AnswerBounds, type BoundedReading } from './answer-bounds.ts'
import { connectionProblemOf, type ConnectionProblem } from './connection-problem.ts'
import { acceptedCoding, decode } from './content-coding.ts'
import { startDeadline } from './deadline.ts'
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

type PoolAnswer = Awaited<ReturnType<Dispatcher['request']>>

const headersOf = (headers: PoolAnswer['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )

// a byte order mark stays: clients stumble over it too
const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const tooLarge = (detail: string): ConnectionProblem => ({ problem: 'too-large', detail })

/** What is too much before the body is read. */
const excessOfHead = (
  { headers }: PoolAnswer,
  most: number,
  bounded: BoundedReading,
): string | undefined => {
  const announced = Number(headers['content-length'] ?? 0)
  return announced > most ? `${announced} bytes announced` : bounded.excessOfHead(headers)
}

/** A body as one piece: kept as they came, many small ones would take a hundred times its room. */
const wholeBody = async (body: PoolAnswer['body']): Promise<Uint8Array> => {
  let bytes = new Uint8Array(4096)
  let length = 0
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    if (length + piece.length > bytes.length) {
      const larger = new Uint8Array(2 * (length + piece.length))
      larger.set(bytes.subarray(0, length))
      bytes = larger
    }
    bytes.set(piece, length)
    length += piece.length
  }
  return bytes.subarray(0, length)
}

/** The whole answer, its body of so many bytes at most. */
const answerIn = async (
  response: PoolAnswer,
  most: number,
  bounded: BoundedReading,
): Promise<CarriedAnswer | ConnectionProblem> => {
  const excess = excessOfHead(response, most, bounded)
  if (excess !== undefined) {
    response.body.on('error', () => {}).destroy()
    return tooLarge(excess)
  }
  const [status, headers] = [response.statusCode, headersOf(response.headers)]
  const came = await wholeBody(response.body)
  const decoded = await decode(came, headers['content-encoding'] ?? '', most)
  if ('problem' in decoded) return decoded
  if ('unreadable' in decoded) return { status, headers, body: '', ...decoded }
  const body = textOf(decoded.bytes)
  const beyond = bounded.excessOfBody(body)
  return beyond === undefined ? { status, headers, body } : tooLarge(beyond)
}

/**
 * Opens a line to an endpoint, the only place where the suite meets the network. A path prefix of
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
  const ask = async (
    message: Message,
    signal: AbortSignal,
  ): Promise<CarriedAnswer | ConnectionProblem> => {
    const response = await line.request({
      origin: endpoint.origin,
      method: message.method,
      path: pathAt(endpoint, message.path),
      // how a body travels is the line's own business, like its length: no part of the message
      headers: { 'accept-encoding': acceptedCoding, ...message.headers },
      body: message.bytes ?? (message.body === '' ? null : message.body),
      signal,
    })
    return answerIn(response, bounds.body, bounded)
  }
  return {
    async send(message, signal) {
      const deadline = startDeadline(bounds.deadline, signal)
      try {
        return await ask(message, deadline.signal)
      } catch (error) {
        return deadline.problem() ?? connectionProblemOf(error, bounds)
      } finally {
        deadline.stop()
      }
    },
    close: () => line.destroy(),
  }
}
