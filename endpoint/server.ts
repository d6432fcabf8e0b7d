import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Vendor } from '../specs/vendor.ts'
import type { Answer } from '../specs/wire/wire.ts'
import { type Facade, openFacade } from './facade.ts'
import type { Fault } from './fault.ts'
import type { Random } from './new-id.ts'
import { bodyLimit, receive } from './receive.ts'

/** How an endpoint is started. */
export interface EndpointOptions {
  /** 0 takes any free port */
  readonly port: number
  /** milliseconds since 1970-01-01T00:00Z */
  readonly clock: () => number
  readonly random: Random
  readonly fault?: Fault
}

/** A running endpoint. */
export interface Endpoint {
  readonly url: URL
  /** what it answered with an internal error, and why: empty unless the endpoint itself is wrong */
  readonly troubles: () => readonly string[]
  /** ends every connection and frees the port */
  readonly close: () => Promise<void>
}

/** Milliseconds a client has to send its headers, its whole request, and to keep a connection idle. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 30_000 }

/**
 * Starts the embedded endpoint of a vendor, with an empty world, on the loopback interface only.
 * Rejects with the system's error (`EADDRINUSE` …) when the port can not be had.
 */
export async function startEndpoint(vendor: Vendor, options: EndpointOptions): Promise<Endpoint> {
  const facade = openFacade(vendor, options)
  const { bodyLimit: limit } = vendor.protocol
  const answering = { ...facade, ...(limit !== undefined && { limit }) }
  return { ...(await startServer(answering, options)), troubles: facade.troubles }
}

/** Whoever answers messages, whether or not there is a service behind it. */
export interface Answering extends Pick<Facade, 'answer' | 'tooLarge'> {
  /** the largest body it takes, in bytes; a mebibyte unless said */
  readonly limit?: number
}

/** Serves any answers at all over HTTP, on the loopback interface only. Rejects like `startEndpoint`. */
export async function startServer(
  answering: Answering,
  { port, clock }: Pick<EndpointOptions, 'port' | 'clock'>,
): Promise<Pick<Endpoint, 'url' | 'close'>> {
  const server = createServer(timeouts, (request, response) => {
    // The endpoint's time is the injected one, for clients that correct their clocks by it too.
    response.setHeader('date', new Date(clock()).toUTCString())
    serve(answering, request, response).catch(() => response.destroy())
  })
  server.on('clientError', (_error, socket) => hangUp(socket))
  const taken = await listening(server, port)
  return { url: new URL(`http://127.0.0.1:${taken}`), close: () => closed(server) }
}

const serve = async (
  facade: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const received = await receive(request, facade.limit ?? bodyLimit)
  if (received === 'gone') return
  if (received !== 'too-large') return send(response, await facade.answer(received))
  send(response, facade.tooLarge(), request.complete)
}

const send = (response: ServerResponse, answer: Answer, keepAlive = true): void => {
  if (!keepAlive) response.shouldKeepAlive = false
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length })
  response.end(body)
}

/** Bytes that are no HTTP get the shortest possible answer. */
const hangUp = (socket: Duplex): void => {
  if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  else socket.destroy()
}

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
