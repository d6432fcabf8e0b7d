import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Client } from '../client/client.ts'
import type { Interaction, LostReply } from '../client/interaction.ts'
import type { Principal } from '../client/target.ts'
import { pacedClient } from './paced-client.ts'

const vendor = await loadVendor('aws')
const who: Principal = { account: '1', credentials: { accessKey: '1', secret: 'x' } }

function paced(
  pace: number,
  kind: Interaction['reply']['kind'] = 'output',
  problem: LostReply['problem'] = 'reset',
) {
  let time = 0
  const pauses: number[] = []
  const plain: Pick<Client, 'vendor' | 'call'> = {
    vendor,
    call: () => {
      time += 10
      return Promise.resolve({ reply: { kind, problem } } as Interaction)
    },
  }
  const client = pacedClient(plain as Client, {
    pace,
    case: 'scenario/paced',
    now: () => time,
    pause: (milliseconds) => {
      pauses.push(milliseconds)
      time += milliseconds
      return Promise.resolve()
    },
  })
  const call = (operation: string) => client.client.call(who, { operation, input: {} })
  return { ...client, call, pauses, later: (milliseconds: number) => (time += milliseconds) }
}

test('after a write the next call waits, whatever it is; after a read it does not', async () => {
  const { call, pauses } = paced(400)
  await call('ListRoots')
  await call('CreateOrganizationalUnit')
  await call('ListRoots')
  await call('ListRoots')
  expect(pauses).toEqual([400])
})

test('time that has passed is not waited again', async () => {
  const { call, pauses, later } = paced(400)
  await call('CreateOrganizationalUnit')
  later(300)
  await call('CreateOrganizationalUnit')
  later(500)
  await call('ListRoots')
  expect(pauses).toEqual([100])
})

test('what changed by itself is let settle like a write', async () => {
  const { call, changed, pauses } = paced(400)
  changed()
  await call('ListRoots')
  expect(pauses).toEqual([400])
})

test.each([
  ['output', true, true],
  ['lost', true, true],
  // what no answer of the protocol says is no reason to ask again later
  ['garbled', true, false],
  ['refusal', false, false],
  ['unimplemented', false, false],
] as const)(
  'a write that comes to %s may have changed something: %s',
  async (kind, changes, says) => {
    const { call, mayLag, pauses } = paced(400, kind)
    await call('ListRoots')
    expect(mayLag()).toBe(false)
    await call('CreateOrganizationalUnit')
    await call('ListRoots')
    expect(mayLag()).toBe(says)
    expect(pauses).toHaveLength(changes ? 1 : 0)
  },
)

test.each(['given-up', 'unreachable'] as const)(
  'what is %s was not sent: nobody waits for it, and no slower play changes it',
  async (problem) => {
    const { call, mayLag, pauses } = paced(400, 'lost', problem)
    await call('CreateOrganizationalUnit')
    await call('ListRoots')
    expect([mayLag(), pauses]).toEqual([false, []])
  },
)

test('an answer that is too large may be that of a write, but comes again however slowly one asks', async () => {
  const { call, mayLag, pauses } = paced(400, 'lost', 'too-large')
  await call('CreateOrganizationalUnit')
  await call('ListRoots')
  expect([mayLag(), pauses]).toEqual([false, [400]])
})
