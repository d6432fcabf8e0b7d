import { PassThrough } from 'node:stream'

import { expect, test } from 'vitest'

import { headOf, type Incoming, receive, type Received } from './receive.ts'
import { openShelf, type Shelf } from './shelf.ts'

const mega = 1024 * 1024

const incoming = (
  headers: Readonly<Record<string, readonly string[]>> = {},
): PassThrough & Incoming =>
  Object.assign(new PassThrough(), { method: 'POST', url: '/', headersDistinct: headers })

const whole = async (
  parts: readonly Uint8Array[],
  limit: number,
  shelf: Shelf,
): Promise<Received> => {
  const request = incoming()
  const received = receive(request, { limit, keep: true, shelf })
  for (const part of parts) request.write(part)
  request.end()
  return received
}

test('a body is kept until it is released, and its room is then free again', async () => {
  const shelf = openShelf(mega)
  const received = await whole([Buffer.from('{"a":'), Buffer.from('"é"}')], 1000, shelf)
  if (received.kind !== 'kept') throw new Error(received.kind)
  expect(received.body).toEqual({ body: '{"a":"é"}' })
  expect(shelf.held()).toBeGreaterThanOrEqual(10)
  received.release()
  expect(shelf.held()).toBe(0)
})

test('bytes that no text has are kept beside their reading', async () => {
  const bytes = new Uint8Array([0x22, 0xff, 0x22])
  const received = await whole([bytes], 1000, openShelf(mega))
  if (received.kind !== 'kept') throw new Error(received.kind)
  expect(received.body.body).toBe('"\uFFFD"')
  expect([...(received.body.bytes ?? [])]).toEqual([...bytes])
})

test('a mark for the byte order is part of the body', async () => {
  const received = await whole([Buffer.from('\uFEFF{}')], 1000, openShelf(mega))
  expect(received).toMatchObject({ kind: 'kept', body: { body: '\uFEFF{}' } })
})

test.each([
  ['exactly as large as allowed', 1000, 'kept'],
  ['a byte larger', 1001, 'too-large'],
  ['much larger', 7000, 'too-large'],
])('a body %s', async (_name, size, kind) => {
  const shelf = openShelf(mega)
  const received = await whole([Buffer.alloc(size, 'x')], 1000, shelf)
  expect(received.kind).toBe(kind)
  if (received.kind === 'kept') received.release()
  expect(shelf.held()).toBe(0)
})

test('one byte after the other takes no more room than all at once', async () => {
  const shelf = openShelf(mega)
  const bytes = Array.from({ length: 20_000 }, () => Buffer.from('x'))
  const received = await whole(bytes, mega, shelf)
  expect(received.kind).toBe('kept')
  expect(shelf.held()).toBeLessThanOrEqual(2 * bytes.length)
})

test('nothing of a body that is not to be kept is ever held, and it is read to its end', async () => {
  const shelf = openShelf(mega)
  const request = incoming()
  const received = receive(request, { limit: mega, keep: false, shelf })
  for (let count = 0; count < 4; count += 1) {
    request.write(Buffer.alloc(mega))
    await new Promise(setImmediate)
    expect(shelf.held()).toBe(0)
  }
  request.end()
  expect(await received).toEqual({ kind: 'dropped' })
  expect(request.readableEnded).toBe(true)
})

test('fifty bodies at once share the shelf: what finds no room is dropped and told so', async () => {
  const shelf = openShelf(16 * mega)
  const requests = Array.from({ length: 50 }, () => incoming())
  const received = requests.map((request) =>
    receive(request, { limit: 12 * mega, keep: true, shelf }),
  )
  let most = 0
  for (let count = 0; count < 12; count += 1) {
    for (const request of requests) request.write(Buffer.alloc(mega))
    await new Promise(setImmediate)
    most = Math.max(most, shelf.held())
  }
  for (const request of requests) request.end()
  const all = await Promise.all(received)
  expect(most).toBeGreaterThan(mega)
  expect(most).toBeLessThanOrEqual(16 * mega)
  const kinds = new Set(all.map(({ kind }) => kind))
  expect(kinds.has('crowded')).toBe(true)
  for (const one of all) if (one.kind === 'kept') one.release()
  expect(shelf.held()).toBe(0)
  expect((await whole([Buffer.alloc(12 * mega)], 12 * mega, shelf)).kind).toBe('kept')
})

test('a client that goes half-way leaves its room', async () => {
  const shelf = openShelf(mega)
  const request = incoming()
  const received = receive(request, { limit: mega, keep: true, shelf })
  request.write(Buffer.alloc(1000))
  await new Promise(setImmediate)
  expect(shelf.held()).toBeGreaterThan(0)
  request.destroy()
  expect(await received).toEqual({ kind: 'gone' })
  expect(shelf.held()).toBe(0)
})

test('headers called like what every object inherits are headers', () => {
  const distinct = JSON.parse('{"__proto__":["a","b"],"constructor":["c"]}') as Record<
    string,
    string[]
  >
  const { headers } = headOf(incoming(distinct))
  expect(Object.entries(headers)).toEqual([
    ['__proto__', 'a, b'],
    ['constructor', 'c'],
  ])
  expect(headers['toString']).toBeUndefined()
})
