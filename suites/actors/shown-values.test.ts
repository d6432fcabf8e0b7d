import { expect, test } from 'vitest'

import type { Exchange } from '../client/transcript.ts'
import { openShownValues } from './shown-values.ts'

const shown = (body: object, sent: object = {}) => {
  const values = openShownValues()
  const request = { method: 'POST', path: '/', headers: {}, body: JSON.stringify(sent) }
  const answer = { status: 200, headers: {}, body: JSON.stringify(body) }
  values.hear({ id: 7, request, answer } as Exchange)
  return values
}

test('what an answer holds is known by the first exchange that showed it, numbers too', () => {
  const values = shown({ NodeId: 42, Name: 'Workloads' })
  expect([values.first('42'), values.first('Workloads'), values.latest()]).toEqual([7, 7, 7])
})

test('how many there are of something is nobody’s id: sooner or later it is any number', () => {
  const values = shown({ page_info: { current_count: 42 }, TotalCount: 43, total: 44, Count: '45' })
  expect(['42', '43', '44'].map(values.first)).toEqual([undefined, undefined, undefined])
  expect(values.first('45')).toBe(7)
})

test('what an answer only echoes is not of the endpoint', () => {
  expect(shown({ Name: 'mine' }, { Name: 'mine' }).first('mine')).toBeUndefined()
})
