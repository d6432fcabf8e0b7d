import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type AddressInfo, type Server, type Socket } from 'node:net'

import { afterEach, expect, test, vi } from 'vitest'

import type { Message } from '../../specs/wire/wire.ts'
import { openConnection } from './connection.ts'
import type { Route } from './line.ts'
import { certificateFor } from './testing/certificate.ts'

/** The way to an endpoint: whom it trusts, and through whom it goes. */

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const close of closers.splice(0).toReversed()) await close()
})

const listen = async (server: Server): Promise<number> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closers.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((closed) => server.close(closed))
  })
  return (server.address() as AddressInfo).port
}

const own = certificateFor('127.0.0.1', 'organizations.test')

const serveTls = (): Promise<number> =>
  listen(createTlsServer(own, (request, response) => response.end(request.headers.host)))

/** A proxy that leads every name to this port of this machine. */
async function serveProxy(port: number, status = '200 OK') {
  const heard: { readonly target: string | undefined; readonly credentials: string | undefined }[] =
    []
  const server: HttpServer = createHttpServer()
  server.on('connect', (request, socket: Socket) => {
    heard.push({ target: request.url, credentials: request.headers['proxy-authorization'] })
    socket.on('error', () => socket.destroy())
    socket.write(`HTTP/1.1 ${status}\r\n\r\n`)
    if (!status.startsWith('200')) return void socket.end()
    const onward = connect(port, '127.0.0.1')
    onward.on('error', () => socket.destroy())
    onward.pipe(socket).pipe(onward)
  })
  return { heard, port: await listen(server) }
}

const get: Message = { method: 'GET', path: '/', headers: {}, body: '' }

const send = async (endpoint: string, route: Route = {}) => {
  const line = openConnection(new URL(endpoint), { ...route, deadline: 5000 })
  closers.push(() => line.close())
  return line.send(get)
}

test('a certificate that nobody vouches for is refused, whatever the environment says', async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  const port = await serveTls()
  expect(await send(`https://127.0.0.1:${port}`)).toMatchObject({ problem: 'unreachable' })
  const other = certificateFor('127.0.0.1').cert
  expect(await send(`https://127.0.0.1:${port}`, { ca: other })).toMatchObject({
    problem: 'unreachable',
  })
})

test('with the certificates that were given it is trusted, for the names in it only', async () => {
  const port = await serveTls()
  const host = `127.0.0.1:${port}`
  expect(await send(`https://${host}`, { ca: own.cert })).toMatchObject({ status: 200, body: host })
  // several certificates may stand in one file
  const ca = `${certificateFor('other.test').cert}${own.cert}`
  expect(await send(`https://${host}`, { ca })).toMatchObject({ status: 200 })
  expect(await send(`https://localhost:${port}`, { ca })).toMatchObject({ problem: 'unreachable' })
})

test.each([
  ['no credentials', '', undefined],
  ['credentials', 'ada:l%40ve@', `Basic ${Buffer.from('ada:l@ve').toString('base64')}`],
  ['a user alone', 'ada@', `Basic ${Buffer.from('ada:').toString('base64')}`],
])(
  'a proxy is told where to, with %s, and certificates are looked at behind it',
  async (_, user, credentials) => {
    const { heard, port } = await serveProxy(await serveTls())
    const proxy = `http://${user}127.0.0.1:${port}`
    const answer = await send('https://organizations.test', { proxy, ca: own.cert })
    expect(answer).toMatchObject({ status: 200, body: 'organizations.test' })
    expect(heard).toEqual([{ target: 'organizations.test:443', credentials }])
    expect(await send('https://organizations.test', { proxy })).toMatchObject({
      problem: 'unreachable',
    })
    expect(await send('https://other.test', { proxy, ca: own.cert })).toMatchObject({
      problem: 'unreachable',
    })
  },
)

test('a proxy leads to plain endpoints, too', async () => {
  const plain = await listen(createHttpServer((request, response) => response.end(request.url)))
  const { heard, port } = await serveProxy(plain)
  const proxy = `http://127.0.0.1:${port}`
  expect(await send('http://organizations.test:8080/base/', { proxy })).toMatchObject({
    status: 200,
    body: '/base/',
  })
  expect(heard.map(({ target }) => target)).toEqual(['organizations.test:8080'])
})

test('behind a proxy no more is read than without', async () => {
  const large = await listen(
    createHttpServer((_, response) => {
      response.write('x'.repeat(1024 * 1024))
      response.end('x')
    }),
  )
  const { port } = await serveProxy(large)
  expect(
    await send('http://organizations.test', { proxy: `http://127.0.0.1:${port}` }),
  ).toMatchObject({ problem: 'too-large' })
})

test('what a proxy does not let through is unreachable', async () => {
  const { port } = await serveProxy(1, '407 Proxy Authentication Required')
  const answer = await send('https://organizations.test', { proxy: `http://127.0.0.1:${port}` })
  expect(answer).toMatchObject({ problem: 'unreachable' })
  expect(JSON.stringify(answer)).toContain('407')
})

test('a proxy that is not there makes the endpoint unreachable', async () => {
  const answer = await send('https://organizations.test', { proxy: 'http://127.0.0.1:1' })
  expect(answer).toMatchObject({ problem: 'unreachable' })
})

test('what is on loopback by its name is asked without the proxy', async () => {
  const port = await serveTls()
  const { heard, port: proxied } = await serveProxy(port)
  const route = { ca: own.cert, proxy: `http://127.0.0.1:${proxied}` }
  expect(await send(`https://127.0.0.1:${port}`, route)).toMatchObject({ status: 200 })
  expect(heard).toEqual([])
})
