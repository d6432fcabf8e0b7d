import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Vendor } from '../specs/vendor/vendor.ts'
import type { Message } from '../specs/wire/wire.ts'
import type { Answering } from './answering.ts'
import { type FacadeOptions, openFacade } from './facade.ts'
import { clockPath, openMovableClock } from './movable-clock.ts'
import { bodyLimit, headOf, receive, type Received } from './receive.ts'
import { send } from './send.ts'
import { openShelf, type Shelf, shelfLimit } from './shelf.ts'
import type { Delivered } from './variant.ts'
import { variedClock } from './vary.ts'

/** How an endpoint is started; its clock is in milliseconds since 1970-01-01T00:00Z. */
export interface EndpointOptions extends FacadeOptions {
  /** 0 takes any free port */
  readonly port: number
  /** waits so many milliseconds before an answer that takes its time; the system's timer unless said */
  readonly pause?: (milliseconds: number) => Promise<unknown>
  /** its clock can be set forward (movable-clock.ts) */
  readonly movable?: boolean
}

/** A running endpoint. */
export interface Endpoint {
  readonly url: URL
  /** where its clock is set forward; absent where it is not movable */
  readonly clock?: URL
  /** what it answered with an internal error, and why: empty unless the endpoint itself is wrong */
  readonly troubles: () => readonly string[]
  /** the bytes of bodies that it keeps now, until they are verified */
  readonly held: () => number
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
  const movable = options.movable === true ? openMovableClock(options.clock) : undefined
  const { clock: time = options.clock } = movable ?? {}
  const facade = openFacade(vendor, { ...options, clock: time })
  const { bodyLimit: limit } = vendor.protocol
  const answering = { ...facade, ...(limit !== undefined && { limit }) }
  const clock = variedClock(options.variants ?? [], time)
  const served = movable === undefined ? answering : movable.beside(answering)
  const server = await startServer(served, { ...options, clock })
  return {
    ...server,
    ...(movable && { clock: new URL(clockPath, server.url) }),
    troubles: facade.troubles,
  }
}

/** Serves any answers at all over HTTP, on the loopback interface only. Rejects like `startEndpoint`. */
export async function startServer(
  answering: Answering,
  { port, clock, pause = sleep }: Pick<EndpointOptions, 'port' | 'clock' | 'pause'>,
): Promise<Omit<Endpoint, 'troubles' | 'clock'>> {
  const shelf = openShelf(shelfLimit)
  const server = createServer(timeouts, (request, response) => {
    // The endpoint's time is the injected one, for clients that correct their clocks by it too.
    response.setHeader('date', new Date(clock()).toUTCString())
    serve({ ...answering, shelf, pause }, request, response).catch(() => response.destroy())
  })
  server.on('clientError', (_error, socket) => hangUp(socket))
  const taken = await listening(server, port)
  const url = new URL(`http://127.0.0.1:${taken}`)
  return { url, held: shelf.held, close: () => closed(server) }
}

interface Serving extends Answering {
  readonly shelf: Shelf
  readonly pause: (milliseconds: number) => Promise<unknown>
}

const serve = async (
  facade: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const head = headOf(request)
  const { limit = bodyLimit, shelf } = facade
  const keep = facade.knows?.(head) ?? true
  const received = await receive(request, { limit, keep, shelf })
  if (received.kind === 'gone') return
  try {
    const body = received.kind === 'kept' ? received.body : { body: '' }
    const delivered = await answerTo(facade, received.kind, { ...head, ...body })
    await takeTime(delivered, facade)
    send(response, delivered, request.complete)
  } finally {
    if (received.kind === 'kept') received.release()
  }
}

const takeTime = async ({ delivery }: Delivered, { pause }: Serving): Promise<void> => {
  if (delivery?.after !== undefined) await pause(delivery.after)
}

/** Nobody's body is not kept: that nobody sent it is said by the head alone. */
const answerTo = async (
  { answer, deliver, tooLarge, busy = tooLarge }: Answering,
  kind: Exclude<Received['kind'], 'gone'>,
  message: Message,
): Promise<Delivered> => {
  if (kind === 'too-large') return { answer: tooLarge() }
  if (kind === 'crowded') return { answer: busy() }
  return deliver === undefined ? { answer: await answer(message) } : deliver(message)
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
