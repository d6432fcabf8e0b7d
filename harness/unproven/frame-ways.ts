import type { JsonObject } from '../../specs/contract/json.ts'
import type { CarriedAnswer } from '../../suites/client/connection.ts'
import type { Way } from './ways.ts'

const framed = (name: string, change: (right: CarriedAnswer) => CarriedAnswer): Way => ({
  name,
  spoil: ({ right }) => change(right),
})

/** A page in the place of an answer. */
export const page: Way = framed('a page', (right) => ({
  ...right,
  body: '<html>oops</html>',
  headers: { 'content-type': 'text/html' },
}))

/** Half of an answer. */
export const cut: Way = framed('cut', (right) => ({
  ...right,
  body: right.body.slice(0, right.body.length / 2),
}))

/** What is right with the status of another success. */
export const otherStatus: Way = framed('another good status', (right) => ({
  ...right,
  status: right.status === 200 ? 202 : 200,
}))

/** Answers that say the right thing in the wrong frame, or nothing. */
export const frameWays: readonly Way[] = [
  framed('another status', (right) => ({ ...right, status: right.status === 403 ? 400 : 403 })),
  framed('a status of its own fault', (right) => ({ ...right, status: 500 })),
  otherStatus,
  framed('no headers', (right) => ({ ...right, headers: {} })),
  framed('other headers', ({ headers, ...right }) => ({
    ...right,
    headers: Object.fromEntries(Object.keys(headers).map((name) => [name, 'text/html'])),
  })),
  page,
  cut,
  framed('more members', (right) => ({ ...right, body: withMore(right.body) })),
  {
    name: 'too much',
    spoil: () => ({ problem: 'too-large', detail: 'spoiled' }),
  },
  { name: 'no answer', spoil: () => ({ problem: 'reset', detail: 'spoiled' }) },
]

const withMore = (body: string): string => {
  if (!body.startsWith('{')) return '{"Orgproof":{"Name":"x"}}'
  const more: JsonObject = { Orgproof: { Name: 'x' }, ...(JSON.parse(body) as JsonObject) }
  return JSON.stringify(more)
}
