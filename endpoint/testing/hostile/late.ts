import { setTimeout as wait } from 'node:timers/promises'

import { send, twisting, type Hostile } from './hostile.ts'

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

/** Answers in time for a while: whoever only greets it meets nothing strange. */
const fromTheTwentieth = ({ name, reply }: Hostile): Hostile => ({
  name: `${name}, from the twentieth on`,
  reply: async (asked, response) => {
    if (asked.count > 20) return reply(asked, response)
    return send(response, await asked.honest())
  },
})

const silent: Hostile = { name: 'no answer at all', reply: () => {} }

const slow = twisting('every answer after 9 seconds', (answer) =>
  wait(nearlyTooLong, answer, { ref: false }),
)

const halfAsSlow = twisting('every answer after 4.9 seconds', (answer) =>
  wait(4900, answer, { ref: false }),
)

const everyOther: Hostile = {
  name: 'no answer every other time',
  reply: async ({ count, honest }, response) =>
    count % 2 === 0 ? undefined : send(response, await honest()),
}

/** Answers that come late or never. */
export const late: readonly Hostile[] = [
  dripping,
  silent,
  slow,
  halfAsSlow,
  everyOther,
  fromTheTwentieth(silent),
  fromTheTwentieth(slow),
]
