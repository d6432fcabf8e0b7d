import { expect, test } from 'vitest'

import { judgeStop } from '../verdict/cannot-go-on.ts'
import { withRoom } from './membership.ts'

test('a creation that failed for want of room is a quota of the target; any other end is looked at', () => {
  expect(withRoom({ id: 'c', state: 'failed', failure: 'email-taken' }).state).toBe('failed')
  expect(withRoom({ id: 'c', state: 'succeeded', account: '1' }).account).toBe('1')
  try {
    withRoom({ id: 'c', state: 'failed', failure: 'no-room' })
    expect.unreachable()
  } catch (error) {
    expect(judgeStop(error)).toMatchObject({ verdict: 'untestable', code: 'NO_QUOTA' })
  }
})
