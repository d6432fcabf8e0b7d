import { expect, test } from 'vitest'

import { openRate } from './rate.ts'

/** A clock that only pauses move. */
function timed(rate: number | undefined) {
  let time = 1000
  const went: number[] = []
  const turn = openRate({
    rate,
    now: () => time,
    pause: async (milliseconds) => void went.push(time + milliseconds),
  })
  return { turn, went, pass: (milliseconds: number) => (time += milliseconds) }
}

test('requests that come at once go one after the other, none before its time', async () => {
  const { turn, went } = timed(4)
  await Promise.all([turn(), turn(), turn(), turn()])
  expect(went).toEqual([1250, 1500, 1750])
})

test('what comes later than its turn does not wait, and nothing is saved up', async () => {
  const { turn, went, pass } = timed(4)
  await turn()
  pass(10_000)
  await turn()
  expect(went).toEqual([])
  await turn()
  expect(went).toEqual([11_250])
})

test('fewer than one a second are kept apart by more', async () => {
  const { turn, went } = timed(0.1)
  await turn()
  await turn()
  expect(went).toEqual([11_000])
})

test('without a rate nobody waits', async () => {
  const { turn, went } = timed(undefined)
  await Promise.all([turn(), turn(), turn()])
  expect(went).toEqual([])
})
