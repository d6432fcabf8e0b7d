import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { operationOf } from '../specs/contract/contract.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Fault } from './fault.ts'
import { bodyLimit } from './receive.ts'
import { type Endpoint, startEndpoint } from './server.ts'

const vendor = await loadVendor('aws')
const clock = () => Date.UTC(2024, 9, 1, 12)
const options = { port: 0, clock, random: () => 0.5 }
let endpoint: Endpoint

beforeAll(async () => {
  endpoint = await startEndpoint(vendor, options)
})

afterAll(() => endpoint.close())

const signed = async (operation: string, body = '{}') => {
  const message = { ...vendor.wire.encode(operationOf(vendor.contract, operation), {}), body }
  const credentials = { accessKey: '111111111111', secret: vendor.referenceEndpoint.secret }
  const scope = { credentials, region: vendor.region, at: new Date(clock()) }
  return await vendor.wire.sign(message, endpoint.url, scope)
}

/** `host` is the client's own to write. */
const ask = async (operation: string, body = '{}'): Promise<Response> => {
  const message = await signed(operation, body)
  const { host: _, ...headers } = message.headers
  return await fetch(new URL(message.path, endpoint.url), {
    method: message.method,
    headers,
    body: message.body,
  })
}

const dial = async (): Promise<Socket> => {
  const socket = connect(Number(endpoint.url.port), '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

/** Waits for the end of a connection, whether it ends well or not. */
const ended = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
  })

/** What comes back for raw bytes until the endpoint hangs up. */
const raw = async (bytes: Uint8Array | string): Promise<string> => {
  const socket = await dial()
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  const closed = ended(socket)
  socket.end(bytes)
  await closed
  return Buffer.concat(chunks).toString('latin1')
}

const healthy = async (): Promise<void> => {
  const answer = await ask('DescribeOrganization')
  expect(await answer.json()).toMatchObject({ __type: 'AWSOrganizationsNotInUseException' })
  expect(endpoint.troubles()).toEqual([])
}

test('it listens on the loopback interface, at the time it is told', async () => {
  expect(endpoint.url.hostname).toBe('127.0.0.1')
  const answer = await ask('DescribeOrganization')
  expect(answer.headers.get('date')).toBe('Tue, 01 Oct 2024 12:00:00 GMT')
  expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/u)
  await healthy()
})

test('one connection carries many calls', async () => {
  const message = await signed('DescribeOrganization')
  const head = Object.entries({ ...message.headers, 'content-length': '2' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  const request = `POST / HTTP/1.1\r\n${head.join('')}\r\n${message.body}`
  const answers = await raw(request.repeat(3))
  expect(answers.match(/AWSOrganizationsNotInUseException/gu)).toHaveLength(3)
})

test('a body beyond the limit is refused, its sender gets to know', async () => {
  const answer = await ask('DescribeOrganization', ' '.repeat(bodyLimit + 1))
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(await answer.text()).toContain('wire.too-large')
  await healthy()
})

test('a body just within the limit is read', async () => {
  const answer = await ask('DescribeOrganization', `{${' '.repeat(bodyLimit - 2)}}`)
  expect(await answer.json()).toMatchObject({ __type: 'AWSOrganizationsNotInUseException' })
})

test('a body without end is cut off', async () => {
  const socket = await dial()
  const closed = ended(socket)
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n')
  const chunk = Buffer.alloc(bodyLimit)
  const feed = () => {
    while (socket.writable && socket.write(chunk));
  }
  socket.on('drain', feed)
  feed()
  await closed
  await healthy()
})

test('a deep nest of brackets does no harm', async () => {
  const depth = 100_000
  const nest = `{"States":${'['.repeat(depth)}${']'.repeat(depth)}}`
  const answer = await ask('ListCreateAccountStatus', nest)
  expect(answer.status).toBe(400)
  await healthy()
})

test('a client that leaves half-way does no harm', async () => {
  const socket = await dial()
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"half":')
  const closed = ended(socket)
  socket.destroy()
  await closed
  await healthy()
})

test('arbitrary bytes do no harm', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      await raw(bytes)
    }),
    { numRuns: 100, seed: 1 },
  )
  await healthy()
})

const headerText = fc.stringMatching(/^[\x21-\x7e]{0,40}$/u)

test('arbitrary requests are refused in the words of the protocol', async () => {
  const request = fc.record({
    method: fc.constantFrom('POST', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'),
    path: fc.webPath(),
    target: fc.oneof(headerText, fc.constant('AWSOrganizationsV20161128.ListRoots')),
    type: fc.oneof(headerText, fc.constant('application/x-amz-json-1.1')),
    authorization: fc.option(headerText),
    body: fc.oneof(fc.string(), fc.json()),
  })
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path, target, type, authorization, body }) => {
      const bytes = Buffer.from(body)
      const lines = [
        `${method} ${path.startsWith('/') ? path : `/${path}`} HTTP/1.1`,
        'host: x',
        'connection: close',
        `x-amz-target: ${target}`,
        `content-type: ${type}`,
        `content-length: ${bytes.length}`,
        ...(authorization === null ? [] : [`authorization: ${authorization}`]),
      ]
      const answer = await raw(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes]))
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /u)
    }),
    { numRuns: 200, seed: 2 },
  )
  await healthy()
})

test('arbitrary bodies, well signed, are answered', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...vendor.contract.operations.keys()),
      fc.oneof(fc.string(), fc.json()),
      async (operation, body) => {
        const answer = await ask(operation, body)
        expect(answer.status).toBeLessThan(500)
        expect(await answer.json()).toBeTypeOf('object')
      },
    ),
    { numRuns: 300, seed: 3 },
  )
  expect(endpoint.troubles()).toEqual([])
})

test('an answer that can not be sent ends one connection, not the endpoint', async () => {
  const fault: Fault = {
    name: 'unsendable',
    description: 'writes a line break into a header',
    breaks: {},
    alter: () => ({ frame: (answer) => ({ ...answer, headers: { broken: 'a\nb' } }) }),
  }
  const unsendable = await startEndpoint(vendor, { ...options, fault })
  for (const _ of [1, 2]) await expect(fetch(unsendable.url)).rejects.toThrow()
  await unsendable.close()
})

test('a port in use is an error of the system', async () => {
  const port = Number(endpoint.url.port)
  await expect(startEndpoint(vendor, { ...options, port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

test('closing ends open connections and frees the port', async () => {
  const second = await startEndpoint(vendor, options)
  const port = Number(second.url.port)
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const hungUp = ended(socket)
  await second.close()
  await hungUp
  const third = await startEndpoint(vendor, { ...options, port })
  expect(third.url.href).toBe(second.url.href)
  await third.close()
})
