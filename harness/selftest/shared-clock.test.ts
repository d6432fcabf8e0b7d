import { setImmediate as turn } from 'node:timers/promises'

import { expect, test } from 'vitest'

import type { Connection } from '../../suites/client/connection.ts'
import { openSharedClock } from './shared-clock.ts'

const minute = 60_000

test('a wait takes no time of the wall, and ends at its time', async () => {
  const clock = openSharedClock(5)
  await clock.pause(4 * minute)
  expect(clock.now()).toBe(5 + 4 * minute)
})

test('waits end in the order of their ends, however they were begun', async () => {
  const clock = openSharedClock(0)
  const ended: string[] = []
  const wait = async (name: string, milliseconds: number): Promise<void> => {
    await clock.pause(milliseconds)
    ended.push(`${name} at ${clock.now()}`)
  }
  await Promise.all([wait('long', 300), wait('short', 20), wait('as short', 20)])
  expect(ended).toEqual(['short at 20', 'as short at 20', 'long at 300'])
})

test('who wakes and waits again is not overtaken by a later end', async () => {
  const clock = openSharedClock(0)
  const ended: number[] = []
  const often = async (): Promise<void> => {
    for (let count = 0; count < 3; count += 1) {
      await clock.pause(10)
      ended.push(clock.now())
    }
  }
  const once = clock.pause(25).then(() => ended.push(clock.now()))
  await Promise.all([often(), once])
  expect(ended).toEqual([10, 20, 25, 30])
})

test('no time passes while something is on its way', async () => {
  const clock = openSharedClock(0)
  const answers: (() => void)[] = []
  const slow: Connection = {
    send: async () =>
      new Promise((resolve) => answers.push(() => resolve({ status: 200, headers: {}, body: '' }))),
    close: async () => {},
  }
  const message = { method: 'GET', path: '/', headers: {}, body: '' } as const
  const exchange = clock.watching(slow).send(message)
  let woken = false
  const waiting = clock.pause(10).then(() => (woken = true))
  for (let count = 0; count < 50; count += 1) await turn()
  expect([woken, clock.now()]).toEqual([false, 0])
  for (const answer of answers) answer()
  await Promise.all([exchange, waiting])
  expect([woken, clock.now()]).toEqual([true, 10])
})

test('a signal ends a wait early, also one that is given already', async () => {
  const clock = openSharedClock(0)
  const stop = new AbortController()
  const waiting = clock.pause(minute, stop.signal)
  stop.abort()
  await waiting
  await clock.pause(minute, stop.signal)
  expect(clock.now()).toBe(0)
})

test('time passes while the endpoint takes its time to answer', async () => {
  const clock = openSharedClock(0)
  const slow: Connection = {
    send: async () => {
      await clock.answering(200)
      return { status: 200, headers: {}, body: '' }
    },
    close: async () => {},
  }
  const message = { method: 'GET', path: '/', headers: {}, body: '' } as const
  await Promise.all([clock.watching(slow).send(message), clock.pause(50)])
  expect(clock.now()).toBe(200)
})

test('no time passes while somebody works, in however many turns', async () => {
  const clock = openSharedClock(0)
  const watchdog = clock.pause(minute)
  const seen = await clock.working(async () => {
    for (let count = 0; count < 100; count += 1) await turn()
    return clock.now()
  })
  await watchdog
  expect([seen, clock.now()]).toEqual([0, minute])
})
