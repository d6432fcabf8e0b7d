import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

import { afterAll, describe, expect, test } from 'vitest'

import { operationOf } from '../specs/contract/contract.ts'
import { knownVendors, loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Message } from '../specs/wire/wire.ts'
import { type Endpoint, startEndpoint } from './server.ts'
import { shelfLimit } from './shelf.ts'

/** What stands before the service, over HTTP: whose message it is, which bytes it is, and how much of it is kept. */

const now = Date.UTC(2024, 9, 1, 12)
const mega = 1024 * 1024
const endpoints: Endpoint[] = []

afterAll(() => Promise.all(endpoints.map((endpoint) => endpoint.close())))

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise(setImmediate)
}

interface Answered {
  readonly status: number
  readonly body: string
}

/** A call with a body, for each vendor: its operation, and the code for a body that is no JSON. */
const calls = {
  aws: ['DescribeOrganization', 'SerializationException'],
  huawei: ['QueryNumberOfResourceInstancesByResourceTypeAndTag', 'APIGW.0201'],
  tencent: ['GetOrganization', 'InvalidParameter'],
  codearts: ['DeleteVPCEPAccessControlInformation', 'UC.00011001'],
} as const

describe.each(knownVendors)('%s', async (id) => {
  const vendor = await loadVendor(id)
  const endpoint = await startEndpoint(vendor, { port: 0, clock: () => now, random: () => 0.5 })
  endpoints.push(endpoint)
  const { exampleAccount: accessKey, secret } = vendor.referenceEndpoint
  const [operation, malformed] = calls[id]

  const signed = (body: Pick<Message, 'body' | 'bytes'>): Promise<Message> => {
    const encoded = vendor.wire.encode(operationOf(vendor.contract, operation), {})
    const scope = { credentials: { accessKey, secret }, region: vendor.region, at: new Date(now) }
    return vendor.wire.sign({ ...encoded, ...body }, endpoint.url, scope)
  }

  /** The head is sent at once, the body when and as far as the caller wants. */
  const open = ({ method, path, headers }: Message, size?: number) => {
    const length = size === undefined ? {} : { 'content-length': size }
    const sending = request(new URL(path, endpoint.url), {
      method,
      headers: { ...headers, ...length },
    })
    const came = once(sending, 'response') as Promise<[IncomingMessage]>
    const answered = async (): Promise<Answered> => {
      const [response] = await came
      return { status: response.statusCode ?? 0, body: await text(response) }
    }
    return { sending, answered: answered() }
  }

  const say = (message: Message): Promise<Answered> => {
    const { sending, answered } = open(message, Buffer.byteLength(message.bytes ?? message.body))
    sending.end(message.bytes ?? message.body)
    return answered
  }

  const mark = '{"OrgproofUnknown":"\uFFFD"}'
  const bytes = Buffer.concat([
    Buffer.from('{"OrgproofUnknown":"'),
    Buffer.from([0xff]),
    Buffer.from('"}'),
  ])

  test('other bytes than were signed are refused, also where they read the same', async () => {
    const { body } = await say({ ...(await signed({ body: mark })), bytes })
    expect(body).toContain('wire.invalid-signature')
  })

  test('bytes that are no UTF-8 but rightly signed are a malformed body', async () => {
    const { body } = await say(await signed({ body: mark, bytes }))
    expect(body).toContain('wire.malformed-body')
    expect(body).toContain(malformed)
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'the header %s, named by the signature and sent, is no trouble',
    async (name) => {
      const message = await signed({ body: '{}' })
      const authorization = (message.headers['authorization'] ?? '').replace(
        /SignedHeaders=([^,]*)/u,
        (_, names: string) =>
          `SignedHeaders=${[...names.split(';'), name.toLowerCase()].toSorted().join(';')}`,
      )
      const headers = { ...message.headers, authorization }
      expect((await say({ ...message, headers })).body).toContain('wire.malformed-signature')
      const sent = await say({ ...message, headers: { ...headers, [name]: 'x' } })
      expect(sent.body).toMatch(/wire\.(?:invalid|malformed)-signature/u)
      expect(endpoint.troubles()).toEqual([])
    },
  )

  test('who names no known key is told so, however large the body', async () => {
    const { authorization: _, ...headers } = (await signed({ body: '' })).headers
    const size = 2 * (vendor.protocol.bodyLimit ?? mega)
    const { sending, answered } = open({ method: 'POST', path: '/', headers, body: '' }, size)
    let most = 0
    for (let sent = 0; sent < size; sent += mega / 4) {
      await new Promise((flushed) => {
        sending.write(Buffer.alloc(mega / 4, 'x'), flushed)
      })
      most = Math.max(most, endpoint.held())
    }
    sending.end()
    expect((await answered).body).toContain('wire.missing-signature')
    expect(most).toBe(0)
  })

  test('what finds no room is answered as busy, and there is room again afterwards', async () => {
    const limit = vendor.protocol.bodyLimit ?? mega
    const message = await signed({ body: '{}' })
    const holders = Array.from({ length: Math.floor(shelfLimit / limit) }, () =>
      open(message, limit),
    )
    // all but the last byte: the room is held, and nothing is decided
    for (const { sending } of holders) sending.write(Buffer.alloc(limit - 1, ' '))
    await until(() => endpoint.held() === holders.length * limit)
    const late = open(message, limit)
    late.sending.end(Buffer.alloc(limit, ' '))
    const { body, status } = await late.answered
    const reply = vendor.wire.decode(operationOf(vendor.contract, operation), {
      status,
      body,
      headers: {},
    })
    const code = reply.kind === 'refusal' ? reply.code : reply.kind
    expect(vendor.refusals.transient.map((name) => name.code)).toContain(code)
    expect(endpoint.held()).toBe(holders.length * limit)
    for (const { sending } of holders) sending.end(' ')
    for (const { answered } of holders)
      expect((await answered).body).toContain('wire.invalid-signature')
    await until(() => endpoint.held() === 0)
    expect((await say(await signed({ body: mark }))).body).not.toContain('wire.')
    expect(endpoint.troubles()).toEqual([])
  })
})

test('a client that announces a body and goes leaves its room to others', async () => {
  const vendor = await loadVendor('huawei')
  const endpoint = await startEndpoint(vendor, { port: 0, clock: () => now, random: () => 0.5 })
  endpoints.push(endpoint)
  const socket = connect(Number(endpoint.url.port), '127.0.0.1')
  await once(socket, 'connect')
  const key = vendor.referenceEndpoint.exampleAccount
  socket.write(
    `POST / HTTP/1.1\r\nhost: x\r\nauthorization: SDK-HMAC-SHA256 Access=${key}, x\r\ncontent-length: ${mega}\r\n\r\n`,
  )
  socket.write(Buffer.alloc(mega / 2))
  await until(() => endpoint.held() >= mega / 2)
  socket.destroy()
  await until(() => endpoint.held() === 0)
  expect(endpoint.troubles()).toEqual([])
})
