import { setTimeout as wait } from 'node:timers/promises'

import type { Hostile } from './hostile.ts'

/** A request whose answer takes nine seconds: one less than a run waits. */
const nearlyTooLong = 9000

/** Drips a byte now and then, until its client has left. */
const dripping: Hostile = {
  name: 'a byte every half second',
  reply: (_asked, response) => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
    const timer = setInterval(() => response.write(' '), 500)
    response.on('close', () => clearInterval(timer))
  },
}

/** Answers that come late or never. */
export const late: readonly Hostile[] = [
  dripping,
  { name: 'no answer at all', reply: () => {} },
  {
    name: 'every answer after 9 seconds',
    reply: async ({ honest }, response) => {
      const { status, headers, body } = await honest()
      await wait(nearlyTooLong, undefined, { ref: false })
      response.writeHead(status, headers).end(body)
    },
  },
]
