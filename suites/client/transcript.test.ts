import { expect, test } from 'vitest'

import { openTranscript, type Exchange } from './transcript.ts'

const exchange = (asked: string, answered: string): Omit<Exchange, 'id'> => ({
  account: '111122223333',
  operation: 'ListRoots',
  request: { method: 'POST', path: '/', headers: {}, body: asked },
  answer: { status: 200, headers: {}, body: answered },
  at: 0,
  took: 1,
})

test('of a request that holds a very long value of an answer the beginning is kept', () => {
  const transcript = openTranscript()
  const { request } = transcript.record(exchange('x'.repeat(1024 ** 2), ''))
  expect(request.body).toBe('x'.repeat(64 * 1024))
  expect(transcript.record(exchange('{}', '')).request.body).toBe('{}')
})

test('what takes a lot of room is shortened once its case is over, everything else stays as it came', () => {
  const transcript = openTranscript()
  const [light, heavy] = [exchange('{}', '{}'), exchange('{}', 'x'.repeat(100_000))]
  const ids = [light, heavy].map((one) => transcript.record(one).id)
  for (const id of ids) transcript.shorten(id, (one) => ({ ...one, ...exchange('{}', 'short') }))
  expect(ids.map((id) => transcript.get(id)?.answer?.body)).toEqual(['{}', 'short'])
})
