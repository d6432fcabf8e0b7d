import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

import { afterEach, expect, test } from 'vitest'

import type { Message } from '../../specs/wire/wire.ts'
import { openConnection, type Connection, type ConnectionLimits } from './connection.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

const listen = async (server: Server): Promise<URL> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  closers.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((closed) => {
      server.close(closed)
    })
  })
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

/** A server that does what it is told with each connection once a request begins to arrive. */
const rawServer = (speak: (socket: Socket) => void): Promise<URL> =>
  listen(
    createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.once('data', () => speak(socket))
    }),
  )

const dial = (endpoint: URL, limits?: ConnectionLimits): Connection => {
  const line = openConnection(endpoint, limits)
  closers.push(() => line.close())
  return line
}

const post: Message = {
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/json', 'user-agent': 'orgproof/0.0.0 (a/case)' },
  body: '{"é":1}',
}

const answering = (answer: string): Promise<URL> => rawServer((socket) => socket.end(answer))

test('a body in chunks of a byte is read as one', async () => {
  const chunks = '1\r\nx\r\n'.repeat(100_000)
  const head = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'
  const answer = await dial(await answering(`${head}${chunks}0\r\n\r\n`)).send(post)
  expect(answer).toMatchObject({ status: 200, body: 'x'.repeat(100_000) })
})

test('a message arrives as it is and its answer comes back', async () => {
  const seen: unknown[] = []
  const endpoint = await listen(
    createHttpServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const { method, url, headers } = request
        const { host, connection: _connection, ...rest } = headers
        seen.push({ method, url, host, rest, body: Buffer.concat(chunks).toString() })
        response.writeHead(201, { 'X-Thing': ['a', 'b'], 'content-type': 'text/plain' })
        response.end('schön')
      })
    }),
  )
  const answer = await dial(new URL(`${endpoint.href}base/`)).send({ ...post, path: '/x?y=1' })
  expect(seen).toEqual([
    {
      method: 'POST',
      url: '/base/x?y=1',
      host: endpoint.host,
      rest: { ...post.headers, 'accept-encoding': 'gzip', 'content-length': '8' },
      body: post.body,
    },
  ])
  expect(answer).toMatchObject({
    status: 201,
    headers: { 'x-thing': 'a, b', 'content-type': 'text/plain' },
    body: 'schön',
  })
})

test('a host header of the message overrules the address', async () => {
  const endpoint = await listen(
    createHttpServer((request, response) => {
      response.end(request.headers.host)
    }),
  )
  const headers = { ...post.headers, host: 'organizations.example' }
  const answer = await dial(endpoint).send({ ...post, headers })
  expect(answer).toMatchObject({ status: 200, body: 'organizations.example' })
})

test('a server that closes after every answer is asked again and again', async () => {
  const endpoint = await answering(
    'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}',
  )
  const line = dial(endpoint, { connections: 1 })
  for (const round of [1, 2, 3]) {
    expect(await line.send(post), `round ${round}`).toMatchObject({ status: 200, body: '{}' })
  }
})

test('a redirect is an answer, not a way', async () => {
  const endpoint = await answering(
    'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n',
  )
  expect(await dial(endpoint).send(post)).toMatchObject({
    status: 302,
    headers: { location: 'http://127.0.0.1:1/' },
  })
})

test.each([
  [
    'HTML',
    'HTTP/1.1 500 No\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>',
    '<html>',
  ],
  ['half a JSON', 'HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{"a": [1', '{"a": [1'],
  ['a body without a length', 'HTTP/1.1 200 OK\r\n\r\nuntil the end', 'until the end'],
  ['a byte order mark', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\uFEFF{}', '\uFEFF{}'],
  ['no body', 'HTTP/1.1 204 No Content\r\n\r\n', ''],
])('%s is an answer that others may judge', async (_name, raw, body) => {
  expect(await dial(await answering(raw)).send(post)).toMatchObject({ body })
})

test('a refused connection is unreachable', async () => {
  const server = createServer()
  const endpoint = await listen(server)
  for (const close of closers.splice(0)) await close()
  expect(await dial(endpoint).send(post)).toMatchObject({ problem: 'unreachable' })
})

test.each([
  ['an empty reply', (socket: Socket) => socket.end(), 'reset'],
  ['a reset', (socket: Socket) => socket.resetAndDestroy(), 'reset'],
  [
    'a reset within the body',
    (socket: Socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"half"', () =>
        socket.resetAndDestroy(),
      ),
    'reset',
  ],
  [
    'an end within the body',
    (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"half"'),
    'reset',
  ],
  ['no HTTP', (socket: Socket) => socket.end('220 mail.example ESMTP\r\n'), 'malformed-http'],
  [
    'a chunk of no size',
    (socket: Socket) =>
      socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n'),
    'malformed-http',
  ],
  [
    'a header without end',
    (socket: Socket) => socket.write(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(200_000)}`),
    'too-large',
  ],
  [
    'an announced giant',
    (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n{'),
    'too-large',
  ],
] as const)('%s is a problem of the line', async (_name, speak, problem) => {
  const endpoint = await rawServer((socket) => {
    speak(socket)
  })
  expect(await dial(endpoint).send(post)).toMatchObject({ problem })
})

test('a body of 100 MB is cut off at the limit', async () => {
  const chunk = Buffer.alloc(64 * 1024, 'a')
  const total = 100 * 1024 * 1024
  let written = 0
  const endpoint = await rawServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n')
    const pour = (): void => {
      while (written < total && !socket.destroyed) {
        written += chunk.length
        if (!socket.write(chunk)) return
      }
    }
    socket.on('drain', pour)
    pour()
  })
  expect(await dial(endpoint).send(post)).toMatchObject({ problem: 'too-large' })
  // what the sockets themselves buffer goes beyond the limit of 4 MiB
  expect(written).toBeLessThan(32 * 1024 * 1024)
})

test('one byte at a time for ever ends at the deadline', async () => {
  const endpoint = await rawServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    const drip = setInterval(() => socket.write('a'), 5)
    socket.on('close', () => clearInterval(drip))
  })
  expect(await dial(endpoint, { deadline: 60 }).send(post)).toEqual({
    problem: 'timeout',
    detail: 'no whole answer within 60 ms',
  })
})

test('a server that says nothing ends at the deadline', async () => {
  const endpoint = await rawServer(() => {})
  expect(await dial(endpoint, { deadline: 30 }).send(post)).toMatchObject({ problem: 'timeout' })
})

test('an exchange that waits for a connection ends at its deadline', async () => {
  const line = dial(await rawServer(() => {}), { deadline: 40, connections: 1 })
  const both = await Promise.all([line.send(post), line.send(post)])
  expect(both).toMatchObject([{ problem: 'timeout' }, { problem: 'timeout' }])
})

test('the caller may give up, before and during an exchange', async () => {
  const caller = new AbortController()
  const endpoint = await rawServer(() => caller.abort())
  const line = dial(endpoint)
  expect(await line.send(post, caller.signal)).toMatchObject({ problem: 'aborted' })
  expect(await line.send(post, caller.signal)).toMatchObject({ problem: 'aborted' })
})

test('closing ends what is under way', async () => {
  let line: Connection | undefined
  const endpoint = await rawServer(() => void line?.close())
  line = dial(endpoint)
  const sending = line.send(post)
  expect(await sending).toMatchObject({ problem: 'aborted' })
})

test('a message that can not be sent is our own mistake', async () => {
  const endpoint = await answering('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
  const sending = dial(endpoint).send({ ...post, headers: { 'x-bad': 'line\nbreak' } })
  await expect(sending).rejects.toThrow('invalid x-bad header')
})

test('bytes that are no text travel as they are', async () => {
  const bytes = new Uint8Array([0x22, 0xff, 0x22])
  let came: Buffer | undefined
  const endpoint = await listen(
    createHttpServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        came = Buffer.concat(chunks)
        response.end()
      })
    }),
  )
  await dial(endpoint).send({ ...post, body: '"\uFFFD"', bytes })
  expect([...(came ?? [])]).toEqual([...bytes])
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'an answer with a header %s is an answer',
  async (name) => {
    const head = `HTTP/1.1 200 OK\r\n${name}: one\r\n${name}: two\r\nx-other: 1\r\n`
    const endpoint = await answering(`${head}content-length: 2\r\nconnection: close\r\n\r\n{}`)
    const answer = await dial(endpoint).send(post)
    expect(answer).toMatchObject({ status: 200, body: '{}', headers: { 'x-other': '1' } })
  },
)
