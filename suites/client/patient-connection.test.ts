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
  const send = patientConnection(connection)
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

test('where nobody answers for many calls in a row, most are not sent, and it comes back', async () => {
  const came = await comesTo(200, 58)
  expect(came.filter((one) => one === 'given-up').length).toBeGreaterThan(5)
  expect(came.at(-1)).toBe('answered')
})
