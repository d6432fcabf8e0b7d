import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { expect, onTestFinished, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { openClient } from './client.ts'
import { openConnection } from './connection.ts'
import type { Interaction } from './interaction.ts'
import { openTranscript } from './transcript.ts'

const vendor = await loadVendor('aws')
const credentials = { accessKey: '111122223333', secret: 'hush-hush' }
const principal = { account: '111122223333', credentials }

/** What a read comes to where each answer is these bytes in that coding; and the headers it was sent with. */
const ask = async (
  contentEncoding: string,
  bytes: Uint8Array,
  accounts: 'any' | 'fixed' = 'any',
): Promise<Interaction & { readonly sent: NodeJS.Dict<string | string[]> }> => {
  let sent = {}
  const server = createServer((request, response) => {
    sent = request.headers
    const headers = { 'content-type': 'application/x-amz-json-1.1' }
    response.writeHead(200, { ...headers, 'content-encoding': contentEncoding })
    request.resume().on('end', () => response.end(bytes))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const endpoint = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const connection = openConnection(endpoint, { body: 1024 })
  onTestFinished(async () => {
    await connection.close()
    server.close()
  })
  const client = openClient({
    vendor,
    target: {
      name: 'test',
      vendor: 'aws',
      endpoint: endpoint.origin,
      region: 'us-east-1',
      accounts:
        accounts === 'any'
          ? { mode: 'any', by: 'access-key', credentials }
          : { mode: 'fixed', management: principal },
      absent: {},
      limits: {},
      concurrency: 1,
      deadline: 5000,
      readOnly: false,
    },
    connection,
    transcript: openTranscript(),
    now: () => 0,
    pause: async () => {},
  })
  const interaction = await client.call(principal, { operation: 'ListRoots', input: {} })
  return { ...interaction, sent }
}

const body = JSON.stringify({ Roots: [] })

test('gzip is asked for, unsigned, and what came in it is kept as it reads', async () => {
  const { reply, exchange, sent } = await ask('gzip', gzipSync(body))
  expect(reply).toMatchObject({ kind: 'output', output: { Roots: [] } })
  expect(exchange.answer).toMatchObject({ headers: { 'content-encoding': 'gzip' }, body })
  expect(sent['accept-encoding']).toBe('gzip')
  expect(sent['authorization']).not.toContain('accept-encoding')
  expect(exchange.request.headers).not.toHaveProperty('accept-encoding')
})

test.each(['any', 'fixed'] as const)(
  'a body that can not be read is no answer of the protocol: %s accounts',
  async (accounts) => {
    const { reply, exchange } = await ask('br', brotliCompressSync(body), accounts)
    const problem = 'its content-encoding is br: only gzip was asked for'
    expect(reply).toEqual({ kind: 'garbled', status: 200, problem })
    expect(Object.keys(exchange.answer ?? {})).toEqual(['status', 'headers', 'body'])
    expect(exchange.answer?.body).toBe('')
  },
)

test('half a gzip is half an answer, and what does not fit is too large', async () => {
  const half = await ask('gzip', gzipSync(body).subarray(0, -9))
  expect(half.reply).toMatchObject({
    kind: 'garbled',
    problem: expect.stringContaining('unexpected end'),
  })
  const bomb = await ask('gzip', gzipSync(Buffer.alloc(1024 * 1024)))
  expect(bomb.reply).toMatchObject({ kind: 'lost', problem: 'too-large' })
})
