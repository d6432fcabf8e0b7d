import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

import { buildConnector, Pool } from 'undici'

import { pathAt } from '../../specs/wire/path-at.ts'
import type { Answer, Message } from '../../specs/wire/wire.ts'
import { boundedReading, type AnswerBounds, type BoundedReading } from './answer-bounds.ts'
import { connectionProblemOf, type ConnectionProblem } from './connection-problem.ts'
import { acceptedCoding, decode } from './content-coding.ts'
import { startDeadline } from './deadline.ts'
import { isLoopback, isLoopbackAddress } from './loopback.ts'

/** What a line bears. */
export interface ConnectionLimits extends AnswerBounds {
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

/** How names become addresses, and addresses connections: the system's ways unless somebody listens in. */
export interface Network {
  readonly lookup: LookupFunction
  readonly connectorOf: typeof buildConnector
}

/** Opens a connection of a pool. */
export type Connector = buildConnector.connector

/** The network of this machine. */
export const ownNetwork: Network = { lookup: systemLookup, connectorOf: buildConnector }

/** A name that ought to mean this machine means another: nothing was sent there. */
class OffLoopback extends Error {
  override readonly name = 'OffLoopback'
}

const standard = {
  deadline: 10_000,
  body: 1024 * 1024,
  header: 16 * 1024,
  connections: 16,
} as const satisfies ConnectionLimits

type LineLimits = Required<Omit<ConnectionLimits, keyof AnswerBounds | 'keeps'>>

const poolTo = (endpoint: URL, limits: LineLimits, network: Network): Pool =>
  new Pool(endpoint.origin, {
    connections: limits.connections,
    maxHeaderSize: limits.header,
    maxResponseSize: limits.body,
    // the deadline is over everything; second clocks would only blur who ended the exchange
    headersTimeout: 0,
    bodyTimeout: 0,
    // a pool, unlike undici's agents, asks no proxy of the environment
    connect: connectorTo(endpoint, limits.deadline, network),
  })

type PoolAnswer = Awaited<ReturnType<Pool['request']>>

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
  const pool = poolTo(endpoint, bounds, network)
  const bounded = boundedReading(limits, limits.keeps)
  const ask = async (
    message: Message,
    signal: AbortSignal,
  ): Promise<CarriedAnswer | ConnectionProblem> => {
    const response = await pool.request({
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
    close: () => pool.destroy(),
  }
}

/**
 * What connects to an endpoint. One that is on loopback by its name gets no connection to anywhere else: no address
 * but a loopback one is dialled, and the socket's own word counts before a byte is written to it, also of TLS.
 */
function connectorTo(endpoint: URL, timeout: number, network: Network): Connector {
  if (!isLoopback(endpoint)) return network.connectorOf({ timeout })
  const lookup = onlyLoopback(network.lookup)
  const dial = network.connectorOf({ timeout, lookup })
  const secure = network.connectorOf({ timeout })
  return (options, callback) => {
    const port = options.port === '' && options.protocol === 'https:' ? '443' : options.port
    dial({ ...options, port, protocol: 'http:' }, (error, socket) => {
      if (error !== null) return callback(error, null)
      const denied = denialOf(socket.remoteAddress)
      if (denied !== undefined) {
        socket.destroy()
        return callback(denied, null)
      }
      if (options.protocol === 'https:') return secure({ ...options, httpSocket: socket }, callback)
      return callback(null, socket)
    })
  }
}

/** A socket that is closed already has no address any more: its peer hung up. */
const denialOf = (address: string | undefined): Error | undefined => {
  if (address === undefined)
    return Object.assign(new Error('closed at once'), { code: 'ECONNRESET' })
  return isLoopbackAddress(address) ? undefined : new OffLoopback(`connected to ${address}`)
}

/** Addresses of a name, as long as all of them are of this machine: with one that is not, the name is not to be trusted. */
const onlyLoopback =
  (lookup: Network['lookup']): Network['lookup'] =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, [])
      const addresses = typeof found === 'string' ? [] : found
      const foreign = addresses.find(({ address }) => !isLoopbackAddress(address))
      if (foreign !== undefined) {
        return callback(new OffLoopback(`${hostname} resolves to ${foreign.address}`), [])
      }
      const [first] = addresses
      if (options.all === true || first === undefined) return callback(null, addresses)
      return callback(null, first.address, first.family)
    })
  }
