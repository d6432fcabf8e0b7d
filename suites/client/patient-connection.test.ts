import { expect, test } from 'vitest'

import type { Message } from '../../specs/wire/wire.ts'
import type { Connection } from './connection.ts'
import { patientConnection } from './patient-connection.ts'

const message: Message = { method: 'POST', path: '/', headers: {}, body: '' }
const answer = { status: 200, headers: {}, body: '' }

/** What so many messages come to on a line where those before `from` are reset. */
const comesTo = async (count: number, from: number): Promise<readonly string[]> => {
  let sent = 0
  const connection: Connection = {
    send: () => {
      sent += 1
      return Promise.resolve(sent < from ? { problem: 'reset', detail: 'reset' } : answer)
    },
    close: () => Promise.resolve(),
  }
  const send = patientConnection(connection, { now: () => 0, deadline: 10_000 })
  const came: string[] = []
  for (let index = 0; index < count; index += 1) {
    const one = await send(message, undefined)
    came.push('problem' in one ? one.problem : 'answered')
  }
  return came
}

test('the tries of one call are one call: a line that is reset for one operation is not given up', async () => {
  expect(await comesTo(8, 8)).toEqual([...Array.from({ length: 7 }, () => 'reset'), 'answered'])
})

test('answers that take very long are waited for as long as they are not all there is', async () => {
  let [now, sent] = [0, 0]
  const connection: Connection = {
    send: () => {
      sent += 1
      // the twentieth comes at once, and from the fifty-fourth on all do
      now += sent === 20 || sent > 53 ? 5 : 9000
      return Promise.resolve(answer)
    },
    close: () => Promise.resolve(),
  }
  const send = patientConnection(connection, { now: () => now, deadline: 10_000 })
  const came = []
  for (let index = 0; index < 100; index += 1)
    came.push('problem' in (await send(message, undefined)))
  expect(came.indexOf(true)).toBe(52)
  expect(came.at(-1)).toBe(false)
})

test.each([
  ['slow', 1100, 55],
  ['quick', 1000, undefined],
])('answers that are all %s are waited for so long together', async (_, took, given) => {
  let now = 0
  const connection: Connection = {
    send: () => {
      now += took
      return Promise.resolve(answer)
    },
    close: () => Promise.resolve(),
  }
  const hurry = { now: () => now, deadline: 10_000, connections: 1 }
  const send = patientConnection(connection, hurry)
  const came = []
  for (let index = 0; index < 60; index += 1) came.push(await send(message, undefined))
  const lost = came.findIndex((one) => 'problem' in one)
  expect(lost === -1 ? undefined : lost).toBe(given)
  if (given === undefined) return
  expect(came[given]).toMatchObject({
    problem: 'given-up',
    detail: expect.stringMatching(/more than 1000 ms .* 60 s/u) as string,
  })
})

test('who is in vain knocked at is knocked at less and less often', async () => {
  let sent = 0
  const connection: Connection = {
    send: () => {
      sent += 1
      return Promise.resolve({ problem: 'unreachable', detail: '' } as const)
    },
    close: () => Promise.resolve(),
  }
  const send = patientConnection(connection, { now: () => 0, deadline: 10_000 })
  for (let index = 0; index < 8 + 10 + 20 + 40; index += 1) await send(message, undefined)
  expect(sent).toBe(8 + 3)
})

test('where nobody answers for many calls in a row, most are not sent, and it comes back', async () => {
  const came = await comesTo(200, 58)
  expect(came.filter((one) => one === 'given-up').length).toBeGreaterThan(5)
  expect(came.at(-1)).toBe('answered')
})
