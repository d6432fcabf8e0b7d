import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Answer } from '../../specs/wire/wire.ts'
import type { Seen } from './call.ts'
import { openClient } from './client.ts'
import type { ConnectionProblem } from './connection-problem.ts'
import type { Target } from './target.ts'
import { openTranscript } from './transcript.ts'

const vendor = await loadVendor('aws')
const credentials = { accessKey: '111122223333', secret: 'hush-hush' }
const principal = { account: '111122223333', credentials }
const anybody: Target['accounts'] = { mode: 'any', by: 'access-key', credentials }
const givenAccounts: Target['accounts'] = { mode: 'fixed', management: principal }

const lost: ConnectionProblem = { problem: 'reset', detail: 'by chance' }
const created: Answer = {
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify({ CreateAccountStatus: { Id: 'car-1', State: 'SUCCEEDED' } }),
}

/** Creates an account whose first answer is lost, where a look shows what is given after so many milliseconds. */
const create = async (
  look: (after: number) => Seen['kind'],
  states: Pick<Target, 'accounts'> & Partial<Target>,
) => {
  let [time, sent] = [0, 0]
  const target: Target = {
    name: 'test',
    vendor: 'aws',
    endpoint: 'http://127.0.0.1:9',
    region: 'us-east-1',
    absent: {},
    limits: {},
    concurrency: 4,
    deadline: 1000,
    readOnly: false,
    ...states,
  }
  const client = openClient({
    vendor,
    target,
    connection: { send: async () => ((sent += 1) === 1 ? lost : created), close: async () => {} },
    transcript: openTranscript(),
    now: () => time,
    pause: async (wait) => void (time += wait),
  })
  const interaction = await client.call(principal, {
    operation: 'CreateAccount',
    input: { AccountName: 'new', Email: 'new@example.com' },
    // the values are of no answer that ever came
    deliberate: true,
    lookUp: { once: true, look: async () => ({ kind: look(time), value: 'it' }) },
  })
  return { interaction, sent, time }
}

const listedAfter =
  (milliseconds: number) =>
  (time: number): Seen['kind'] =>
    time >= milliseconds ? 'so' : 'not so'

const never = listedAfter(Number.POSITIVE_INFINITY)

test.each([
  ['where any account may call', { accounts: anybody }],
  ['in given accounts', { accounts: givenAccounts }],
  ['in given accounts, whatever is said', { accounts: givenAccounts, consistency: 'immediate' }],
] as const)('an account that is listed late is not created twice %s', async (_, states) => {
  const { interaction, sent } = await create(listedAfter(4000), states)
  expect(sent).toBe(1)
  expect(interaction).toMatchObject({ reply: { kind: 'lost' }, found: { value: 'it' } })
})

test('one that is not listed within the patience was not created', async () => {
  const patience = { listing: 20 }
  const { interaction, sent, time } = await create(never, { accounts: anybody, patience })
  expect(sent).toBe(2)
  expect(interaction).toMatchObject({ reply: { kind: 'output' }, repeated: true })
  expect(time).toBeGreaterThanOrEqual(20_000)
  expect(time).toBeLessThan(21_000)
})

test('where everything is listed at once, nobody waits for a listing', async () => {
  const { sent, time } = await create(never, { accounts: anybody, consistency: 'immediate' })
  expect(sent).toBe(2)
  expect(time).toBeLessThan(1000)
})

test.each([
  ['any', anybody, 0],
  ['given', givenAccounts, 0],
  ['given', givenAccounts, 2000],
] as const)('what can not be seen is not said again: %s accounts', async (_, accounts, seenFor) => {
  const { interaction, sent } = await create((time) => (time < seenFor ? 'not so' : 'unseen'), {
    accounts,
  })
  expect(sent).toBe(1)
  expect(interaction.untold).toBe(true)
})
