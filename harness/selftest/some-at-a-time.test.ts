import { expect, test } from 'vitest'

import { someAtATime } from './some-at-a-time.ts'

test('so many are under way at the most, and what they come to is in order', async () => {
  let [underWay, most] = [0, 0]
  const double = async (one: number): Promise<number> => {
    underWay += 1
    most = Math.max(most, underWay)
    await new Promise((done) => setImmediate(done))
    underWay -= 1
    return one * 2
  }
  expect(await someAtATime([3, 1, 2, 5, 4], 2, double)).toEqual([6, 2, 4, 10, 8])
  expect(most).toBe(2)
})
