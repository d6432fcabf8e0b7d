import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import { headOf } from '../../endpoint/receive.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { sha256Hex } from '../../specs/wire/sha256.ts'

/** For tests: a request that went through the proxy. */
export interface RecordedRequest {
  /** milliseconds since 1970 */
  readonly at: number
  /** the host that was asked for, by whatever the request says */
  readonly host: string
  readonly method: string
  readonly path: string
  /** undefined where it is none that the vendor has */
  readonly operation: string | undefined
  /** whose signature it bears */
  readonly accessKey: string | undefined
  readonly bodyHash: string
  /** what is signed and not known to read writes; what nobody signed does nothing */
  readonly writes: boolean
}

/** For tests: an HTTP proxy on loopback that sends whatever it is asked for to one port, and records it. */
export interface RecordingProxy {
  readonly url: URL
  readonly requests: readonly RecordedRequest[]
  readonly close: () => Promise<void>
}

/**
 * For tests: stands for the way to a cloud. Any host name leads to the port, through CONNECT or without, so that a target that is
 * off loopback by all that is said of it can be talked to on this machine.
 */
export async function startRecordingProxy(vendor: Vendor, port: number): Promise<RecordingProxy> {
  const requests: RecordedRequest[] = []
  const server = createServer((incoming, response) => {
    passOn(incoming, response).catch(() => response.destroy())
  })
  const passOn = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(incoming)
    const { path, host } = placeOf(incoming)
    requests.push(recorded(vendor, incoming, { path, host, body }))
    const headers = { ...incoming.headers, host }
    const onward = request({ host: '127.0.0.1', port, path, method: incoming.method, headers })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', () => response.destroy())
      answer.pipe(response)
    })
    // a connection that breaks behind the proxy breaks before it
    onward.on('error', () => response.socket?.resetAndDestroy())
    onward.end(body)
  }
  server.on('connect', (_asked, socket) => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    // what comes through the tunnel is HTTP, too: it is not encrypted
    server.emit('connection', socket)
  })
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const { port: own } = server.address() as AddressInfo
  return {
    url: new URL(`http://127.0.0.1:${own}`),
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** Without a tunnel the whole URL stands where the path does. */
const placeOf = ({ url = '/', headers }: IncomingMessage) => {
  if (url.startsWith('/')) return { path: url, host: headers.host ?? '' }
  const { host, pathname, search } = new URL(url)
  return { path: `${pathname}${search}`, host }
}

interface Passed {
  readonly path: string
  readonly host: string
  readonly body: Buffer
}

const recorded = (
  vendor: Vendor,
  incoming: IncomingMessage,
  { path, host, body }: Passed,
): RecordedRequest => {
  const head = { ...headOf(incoming), path }
  const heard = vendor.wire.hear({ ...head, body: body.toString('utf8') })
  const operation = 'problem' in heard ? undefined : heard.operation
  const accessKey = vendor.wire.claimant(head)
  return {
    at: Date.now(),
    host,
    method: head.method,
    path,
    operation,
    accessKey,
    bodyHash: sha256Hex(body),
    writes: accessKey !== undefined && (vendor.requestTemplates[operation ?? '']?.writes ?? true),
  }
}
