import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Answer } from '../../specs/wire/wire.ts'
import type { Call } from './call.ts'
import { openClient } from './client.ts'
import type { ConnectionProblem } from './connection-problem.ts'
import { randomFrom } from './random.ts'
import type { Target } from './target.ts'
import { withChaos } from './testing/chaos.ts'
import { openTranscript } from './transcript.ts'

const vendor = await loadVendor('aws')
const credentials = { accessKey: '111122223333', secret: 'hush-hush' }
const principal = { account: '111122223333', credentials }

type Came = Answer | ConnectionProblem

const answer = (status: number, body: object | string, headers = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const refusal = (code: string, status = 400): Answer => answer(status, { __type: code })
const listed = answer(200, { Roots: [] })
const lost: ConnectionProblem = { problem: 'reset', detail: 'by chance' }
const cut = answer(200, '{"Roots":[')

const targetWith = (accounts: Target['accounts']): Target => ({
  name: 'test',
  vendor: 'aws',
  endpoint: 'http://127.0.0.1:9',
  region: 'us-east-1',
  accounts,
  absent: {},
  limits: {},
  concurrency: 4,
  deadline: 1000,
  readOnly: false,
})

const anybody: Target['accounts'] = { mode: 'any', by: 'access-key', credentials }

/** A client whose line brings what is given, the last of it again and again; and what it waited. */
const clientOf = (brings: readonly Came[], accounts: Target['accounts'] = anybody) => {
  const waits: number[] = []
  const transcript = openTranscript()
  let sent = 0
  const client = openClient({
    vendor,
    target: targetWith(accounts),
    connection: {
      send: async () => brings[Math.min(sent++, brings.length - 1)] ?? lost,
      close: async () => {},
    },
    transcript,
    now: () => 0,
    pause: async (wait) => void waits.push(wait),
  })
  const kept = (): readonly number[] =>
    [...Array(sent + 1).keys()].filter((id) => transcript.get(id) !== undefined)
  return {
    client,
    waits,
    kept,
    sent: () => sent,
    say: (call: Call) => client.call(principal, call),
  }
}

const read: Call = { operation: 'ListRoots', input: {} }
const write: Call = {
  operation: 'CreateOrganizationalUnit',
  input: { ParentId: 'r-abcd', Name: 'unit' },
  // the parent is of no answer that ever came
  deliberate: true,
}

test.each([
  ['a busy endpoint', refusal('TooManyRequestsException'), 'throttled'],
  ['one that asks to come again', answer(429, ''), 'throttled'],
  ['no service now', answer(503, '<html>'), 'throttled'],
  ['a failure of its own', refusal('ServiceException', 500), 'unclear'],
  ['a crash', answer(500, '<html>oops</html>'), 'unclear'],
  ['half an answer', cut, 'unclear'],
  ['a lost connection', lost, 'lost'],
  ['half a page where nothing is', answer(404, '{'), 'unclear'],
])('a read gets past %s', async (_, trouble, way) => {
  const { say, client } = clientOf([trouble, trouble, listed])
  expect((await say(read)).reply.kind).toBe('output')
  expect(client.counts()).toMatchObject({ calls: 1, flaky: { [way]: 1 } })
})

test('of all tries the last one is kept, and what came to those before', async () => {
  const { say, kept } = clientOf([cut, lost, answer(429, ''), lost, refusal('AccessDenied')])
  const { exchange, repeated, met } = await say(read)
  expect(kept()).toEqual([exchange.id])
  expect(repeated).toBe(true)
  expect(met).toBe('HTTP 200, reset (2 times), HTTP 429')
})

test('what comes each time is no trouble that it was said again after', async () => {
  const { say, kept, sent } = clientOf([refusal('ServiceException', 500)])
  const { exchange, met } = await say(read)
  expect(met).toBeUndefined()
  expect(kept()).toEqual([exchange.id])
  expect(exchange.id).toBe(sent())
})

test('what comes each time is what it is, and the next time it is believed at once', async () => {
  const { say, sent } = clientOf([refusal('ServiceException', 500)])
  expect((await say(read)).reply).toMatchObject({ kind: 'refusal', status: 500 })
  const before = sent()
  await say(read)
  expect(before).toBeGreaterThan(2)
  expect(sent() - before).toBe(1)
})

const asks = (after: string): Answer => answer(429, '', { 'retry-after': after })

test('it waits as long as it is asked to, but not for ever, and longer each time', async () => {
  const { say, waits } = clientOf([asks('2'), asks('3600'), asks('soon'), asks('0'), listed])
  await say(read)
  expect(waits.slice(0, 2)).toEqual([2000, 5000])
  expect(waits[2]).toBeGreaterThanOrEqual(100)
  expect(waits[3]).toBeGreaterThanOrEqual(200)
})

test('an endpoint that is only busy is given up, and nothing more is sent', async () => {
  const { say, client, sent } = clientOf([answer(503, '')])
  await Promise.all([1, 2, 3, 4].map(async () => say(read)))
  expect(client.isSwamped(), 'one operation may be busy for ever').toBe(false)
  const worn = sent()
  await say(read)
  expect(sent() - worn, 'it is asked once more only').toBe(1)
  await say({ ...read, operation: 'ListAccounts' })
  expect(client.isSwamped()).toBe(true)
  const before = sent()
  await expect(say(read)).rejects.toThrow('busy')
  expect(sent()).toBe(before)
})

test.each([
  { shows: 'not so', brings: [lost, listed], kind: 'output', sent: 2 },
  {
    shows: 'so',
    brings: [lost, refusal('DuplicateOrganizationalUnitException')],
    kind: 'refusal',
    sent: 2,
  },
] as const)('a lost write is looked up: $shows', async ({ shows, brings, kind, sent: times }) => {
  const { say, sent } = clientOf(brings)
  const look = async () => ({ kind: shows, value: 'it' }) as const
  const { reply, found, repeated } = await say({ ...write, lookUp: { look } })
  expect(reply.kind).toBe(kind)
  expect(found).toEqual(shows === 'so' ? { value: 'it' } : undefined)
  expect(repeated).toBe(true)
  expect(sent()).toBe(times)
})

test('a write that shows only after it was said again and refused was done the first time', async () => {
  const { say } = clientOf([lost, refusal('DuplicateOrganizationalUnitException')])
  let looks = 0
  const look = async () => ((looks += 1) > 2 ? seen : ({ kind: 'not so' } as const))
  const seen = { kind: 'so', value: 'it' } as const
  expect(await say({ ...write, lookUp: { look } })).toMatchObject({ found: { value: 'it' } })
})

test.each(['so', 'unseen'] as const)(
  'where accounts are given a lost write that would leave one more, and is %s, is not said again',
  async (shows) => {
    const { say, sent } = clientOf([lost], { mode: 'fixed', management: principal })
    const look = async () => ({ kind: shows, value: 'it' }) as const
    const interaction = await say({ ...write, lookUp: { look, adds: true } })
    expect(interaction.untold).toBe(true)
    expect(interaction.found).toEqual(shows === 'so' ? { value: 'it' } : undefined)
    expect(sent()).toBe(1)
  },
)

test.each(['so', 'unseen'] as const)(
  'what leaves nothing more the second time is said again there, where it is %s',
  async (shows) => {
    const { say, sent } = clientOf([lost, refusal('PolicyNotFoundException')], {
      mode: 'fixed',
      management: principal,
    })
    const look = async () => ({ kind: shows, value: 'it' }) as const
    const interaction = await say({ ...write, lookUp: { look } })
    expect(interaction).toMatchObject({ reply: { kind: 'refusal' }, repeated: true })
    expect(interaction.found).toEqual(shows === 'so' ? { value: 'it' } : undefined)
    expect(sent()).toBe(2)
  },
)

const seeIt = async () => ({ kind: 'so', value: 'it' }) as const

test('an endpoint that never says what it did is no victim of its network', async () => {
  const { say } = clientOf([cut])
  const calls = []
  for (let count = 0; count < 3; count += 1)
    calls.push(await say({ ...write, lookUp: { look: seeIt } }))
  expect(calls.at(-1)).toMatchObject({ reply: { kind: 'garbled' } })
  expect(calls.at(-1)?.found).toBeUndefined()
})

test('with a third of all answers busy and a seventh lost or cut, every read is answered', async () => {
  const busy = [{ share: 0.3, answer: answer(429, '') }]
  const line = withChaos(
    { send: async () => listed, close: async () => {} },
    { before: 0.05, after: 0.05, cut: 0.02, instead: busy },
    randomFrom(7),
  )
  const chaotic = openClient({
    vendor,
    target: targetWith(anybody),
    connection: line,
    transcript: openTranscript(),
    now: () => 0,
    pause: async () => {},
  })
  for (let count = 0; count < 500; count += 1) {
    expect((await chaotic.call(principal, read)).reply.kind).toBe('output')
  }
  const { throttled, lost: gone } = chaotic.counts().flaky
  expect(throttled).toBeGreaterThan(50)
  expect(gone).toBeGreaterThan(20)
})
