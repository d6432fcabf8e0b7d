import { setTimeout as wait } from 'node:timers/promises'

import { answering, json, send, type Hostile, type Sent } from './hostile.ts'

const refusing = (
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Sent => ({
  status,
  headers: { ...json, ...headers },
  body: JSON.stringify({ __type: code, Message: 'come again' }),
})

const far = 'Fri, 31 Dec 2099 23:59:59 GMT'

const always: Readonly<Record<string, Sent>> = {
  'busy by status 429': refusing(429, 'TooManyRequestsException'),
  'busy by code': refusing(400, 'TooManyRequestsException'),
  'busy by a page of a gateway': {
    status: 503,
    headers: { 'content-type': 'text/html' },
    body: '<html>Service Unavailable</html>',
  },
  'busy for another second': refusing(429, 'ThrottlingException', { 'retry-after': '1' }),
  'busy for a very long time': refusing(429, 'ThrottlingException', {
    'retry-after': '99999999999999999999',
  }),
  'busy until the end of the century': refusing(503, 'ServiceUnavailable', { 'retry-after': far }),
}

/** Takes nearly half of the time that a run waits to say that it is busy. */
const slowly: Hostile = {
  name: 'busy, and slow to say so',
  busy: true,
  reply: async (_asked, response) =>
    send(response, await wait(4500, refusing(429, 'ThrottlingException'), { ref: false })),
}

/** Endpoints that are busy, whatever is asked and however often. */
export const busy: readonly Hostile[] = [
  ...Object.entries(always).map(([name, sent]) => ({
    ...answering(name, () => sent),
    busy: true as const,
  })),
  slowly,
  {
    name: 'busy, and slow to say so, from the fourth on',
    reply: async (asked, response) =>
      asked.count > 3 ? slowly.reply(asked, response) : send(response, await asked.honest()),
  },
]
