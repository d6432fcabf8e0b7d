import { expect, test } from 'vitest'

import { exchangeOf } from './testing/exchange-of.ts'
import { openTranscript } from './transcript.ts'

test('of a request that holds a very long value of an answer the beginning is kept', () => {
  const transcript = openTranscript()
  const { request } = transcript.record(exchangeOf('x'.repeat(1024 ** 2), ''))
  expect(request.body).toBe('x'.repeat(64 * 1024))
  expect(transcript.record(exchangeOf('{}', '')).request.body).toBe('{}')
})

test('what takes a lot of room is shortened once its case is over, everything else stays as it came', () => {
  const transcript = openTranscript()
  const [light, heavy] = [exchangeOf('{}', '{}'), exchangeOf('{}', 'x'.repeat(100_000))]
  const ids = [light, heavy].map((one) => transcript.record(one).id)
  for (const id of ids) transcript.shorten(id, (one) => ({ ...one, ...exchangeOf('{}', 'short') }))
  expect(ids.map((id) => transcript.get(id)?.answer?.body)).toEqual(['{}', 'short'])
})

test('what is kept weighs what its bodies hold, until it is shortened or forgotten', () => {
  const transcript = openTranscript()
  const [one, other] = ['x'.repeat(100_000), 'yy'].map(
    (body) => transcript.record(exchangeOf('{}', body)).id,
  )
  expect(transcript.weight()).toBe(100_006)
  transcript.shorten(one ?? 0, (long) => ({ ...long, ...exchangeOf('{}', 'short') }))
  expect(transcript.weight()).toBe(11)
  transcript.keep(other ?? 0)
  transcript.forget([one ?? 0, other ?? 0, 99])
  expect(transcript.weight()).toBe(4)
})
