import { expect, test } from 'vitest'

import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { startEndpoint } from './server.ts'

const begins = Date.UTC(2024, 9, 1, 12)
const vendor = await loadVendor('aws')
const options = { port: 0, clock: () => begins, random: () => 0.5 }

test('its clock is set forward where it is asked to be, and tells the new time from then on', async () => {
  const endpoint = await startEndpoint(vendor, { ...options, movable: true })
  const clock = endpoint.clock?.href ?? ''
  const set = (body: string, method = 'POST'): Promise<Response> =>
    fetch(clock, { method, ...(method === 'POST' && { body }) })
  expect(clock).toBe(`${endpoint.url.origin}/-/clock`)
  for (const seconds of [86_400, 3600]) {
    expect((await set(JSON.stringify({ seconds }))).status).toBe(204)
  }
  const { headers } = await fetch(endpoint.url)
  expect(Date.parse(headers.get('date') ?? '')).toBe(begins + 90_000_000)
  const wrong = [
    '',
    '{',
    '[]',
    '{"seconds":"1"}',
    '{"seconds":0}',
    '{"seconds":-1}',
    '{"seconds":1e9}',
  ]
  for (const body of wrong) expect((await set(body)).status, body).toBe(400)
  expect((await set('', 'GET')).status).toBe(400)
  const after = await fetch(endpoint.url)
  expect(Date.parse(after.headers.get('date') ?? '')).toBe(begins + 90_000_000)
  await endpoint.close()
})

test('without that it has no clock to set, and answers there as anywhere', async () => {
  const endpoint = await startEndpoint(vendor, options)
  expect(endpoint.clock).toBeUndefined()
  const answered = await fetch(new URL('/-/clock', endpoint.url), {
    method: 'POST',
    body: '{"seconds":60}',
  })
  expect(answered.status).not.toBe(204)
  const { headers } = await fetch(endpoint.url)
  expect(Date.parse(headers.get('date') ?? '')).toBe(begins)
  await endpoint.close()
})
