import { connect } from 'node:net'
import { gunzipSync } from 'node:zlib'

import { afterEach, expect, test } from 'vitest'

import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { type Endpoint, startEndpoint, startServer } from './server.ts'
import type { Delivery } from './variant.ts'

/** What travels, as a client sees it that reads the bytes. */

const running: Pick<Endpoint, 'close'>[] = []
afterEach(async () => {
  for (const endpoint of running.splice(0)) await endpoint.close()
})

const clock = (): number => Date.UTC(2024, 9, 1, 12)
const body = '{"Text":"ä long enough text"}'

/** A server whose answers travel in some way, and the pauses that it makes. */
const serverWith = async (delivery?: Delivery) => {
  const pauses: number[] = []
  const answer = { status: 201, headers: { 'content-type': 'application/json' }, body }
  const server = await startServer(
    {
      answer: async () => answer,
      deliver: async () => ({ answer, ...(delivery && { delivery }) }),
      tooLarge: () => answer,
    },
    { port: 0, clock, pause: async (milliseconds) => void pauses.push(milliseconds) },
  )
  running.push(server)
  return { url: server.url, pauses }
}

interface Came {
  readonly head: string
  readonly body: Buffer
  /** how the connection ended, where the server ended it */
  readonly end: 'closed' | 'reset' | 'open'
}

/** Asks once, on a connection that may be used again, and reads until the end or until the answer is whole. */
const ask = async (url: URL, whole: (text: string) => boolean = () => false): Promise<Came> => {
  const socket = connect(Number(url.port), url.hostname)
  const chunks: Buffer[] = []
  let end: Came['end'] = 'closed'
  const text = (): string => Buffer.concat(chunks).toString('latin1')
  socket.on('error', () => {
    end = 'reset'
  })
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    if (whole(text())) {
      end = 'open'
      socket.destroy()
    }
  })
  socket.write(`GET / HTTP/1.1\r\nhost: ${url.host}\r\n\r\n`)
  await new Promise((resolve) => {
    socket.once('close', resolve)
  })
  const all = Buffer.concat(chunks)
  const split = all.indexOf('\r\n\r\n')
  return { head: text().slice(0, split), body: all.subarray(split + 4), end }
}

const endsWithBody = (text: string): boolean => text.endsWith('text"}')

test('a plain answer has a length, and the connection stays', async () => {
  const came = await ask((await serverWith()).url, endsWithBody)
  expect(came.head).toContain(`content-length: ${Buffer.byteLength(body)}`)
  expect(came.head).toContain('date: Tue, 01 Oct 2024 12:00:00 GMT')
  expect(came.body.toString()).toBe(body)
  expect(came.end).toBe('open')
})

test('a connection may be closed behind an answer', async () => {
  const came = await ask((await serverWith({ closing: true })).url)
  expect(came.head).toMatch(/^connection: close$/imu)
  expect(came.body.toString()).toBe(body)
  expect(came.end).toBe('closed')
})

test('an answer in gzip says so, and its length', async () => {
  const came = await ask((await serverWith({ encoding: 'gzip', closing: true })).url)
  expect(came.head).toContain('content-encoding: gzip')
  expect(came.head).toContain(`content-length: ${came.body.length}`)
  expect(gunzipSync(came.body).toString()).toBe(body)
})

test('an answer in chunks has no length', async () => {
  const came = await ask((await serverWith({ chunked: true })).url, (text) =>
    text.endsWith('\r\n0\r\n\r\n'),
  )
  expect(came.head).toMatch(/^transfer-encoding: chunked$/imu)
  expect(came.head).not.toMatch(/content-length/iu)
  expect(came.body.toString().split('\r\n')).toHaveLength(7)
})

test.each<[Delivery['headerCase'], RegExp]>([
  ['upper', /^CONTENT-TYPE: application\/json\r\nCONTENT-LENGTH: \d+$/mu],
  ['title', /^Content-Type: application\/json\r\nContent-Length: \d+$/mu],
  ['lower', /^content-type: application\/json\r\ncontent-length: \d+$/mu],
])('names of headers may be in %s case', async (headerCase = 'lower', expected) => {
  const came = await ask((await serverWith({ headerCase })).url, endsWithBody)
  expect(came.head).toMatch(expected)
  expect(came.head.match(/^date: /gimu)).toHaveLength(1)
})

test('an answer that is cut breaks off behind its beginning', async () => {
  const came = await ask((await serverWith({ cutAt: 0.5 })).url)
  expect(came.head).toContain('201')
  expect(body.startsWith(came.body.toString('utf8').slice(0, 9))).toBe(true)
  expect(came.body.length).toBeLessThan(Buffer.byteLength(body))
  expect(came.end).not.toBe('open')
})

test('of an answer that is lost nothing comes', async () => {
  const came = await ask((await serverWith({ lost: true })).url)
  expect(came).toMatchObject({ head: '', end: 'reset' })
})

test('an answer that takes its time waits before it travels', async () => {
  const { url, pauses } = await serverWith({ after: 200 })
  await ask(url, endsWithBody)
  expect(pauses).toEqual([200])
})

test('an endpoint of another time says so in its answers', async () => {
  const endpoint = await startEndpoint(await loadVendor('aws'), {
    port: 0,
    clock,
    random: () => 0.5,
    variants: [
      { name: 'late', description: 'is late', evidence: {}, clock: (now) => now - 60_000 },
      { name: 'later', description: 'is later', evidence: {}, clock: (now) => now - 60_000 },
    ],
  })
  running.push(endpoint)
  const answer = await fetch(endpoint.url)
  await answer.text()
  expect(answer.headers.get('date')).toBe('Tue, 01 Oct 2024 11:58:00 GMT')
})
