import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'

import { headOf } from '../../../endpoint/receive.ts'
import type { Answer, Message } from '../../../specs/wire/wire.ts'
import { certificateFor } from '../../../suites/client/testing/certificate.ts'

/** For tests: hosts that are elsewhere by their names, all behind one proxy on this machine. */
export interface Elsewhere {
  /** the way there */
  readonly route: { readonly proxy: string; readonly ca: string }
  /** what was asked: who says so asks, and where */
  readonly heard: readonly { readonly host: string; readonly agent: string | undefined }[]
  readonly close: () => Promise<void>
}

/** For tests: leads these names to one who answers, over TLS and through a proxy; no other name leads anywhere. */
export async function openElsewhere(
  names: readonly string[],
  answer: (message: Message, host: string) => Promise<Answer>,
): Promise<Elsewhere> {
  const heard: { host: string; agent: string | undefined }[] = []
  const sockets = new Set<Socket>()
  const own = certificateFor(...names)
  const secure = createTlsServer(own, (request, response) => {
    const host = request.headers.host ?? ''
    heard.push({ host, agent: request.headers['user-agent'] })
    void messageOf(request)
      .then((message) => answer(message, host))
      .then(({ status, headers, body }) => response.writeHead(status, { ...headers }).end(body))
  })
  const proxy = createServer()
  proxy.on('connect', (request, socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    if (!names.some((name) => request.url === `${name}:443`)) return void socket.destroy()
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    secure.emit('connection', socket)
  })
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
  return {
    route: { proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, ca: own.cert },
    heard,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => proxy.close(closed))
    },
  }
}

const messageOf = async (request: IncomingMessage): Promise<Message> => {
  let body = ''
  for await (const piece of request as AsyncIterable<Buffer>) body += piece.toString()
  return { ...headOf(request), body }
}
