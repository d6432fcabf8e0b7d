import { expect, test } from 'vitest'

import { backoffFor, type Backoff } from './backoff.ts'
import { openLimiter, type Limiter } from './limiter.ts'

const backoff = backoffFor({ endpoint: 'http://127.0.0.1:1' })
const still = { backoff, now: () => 0, turn: () => Promise.resolve() }

/** How many of some calls go on at once. */
const together = async (limiter: Limiter, calls: number): Promise<number> => {
  let [going, most] = [0, 0]
  const work = async (): Promise<void> => {
    most = Math.max(most, (going += 1))
    await Promise.resolve()
    going -= 1
  }
  await Promise.all(Array.from({ length: calls }, () => limiter.begin('List').send(work)))
  return most
}

test('as many go on at once as there is room for, fewer while it is busy, and more again', async () => {
  const limiter = openLimiter({ ...still, most: 8 })
  expect(await together(limiter, 20)).toBe(8)
  const call = limiter.begin('List')
  for (let answers = 0; answers < 8; answers += 1) call.heard(true)
  expect(await together(limiter, 20)).toBe(4)
  for (let answers = 0; answers < 40; answers += 1) call.heard(false)
  expect(await together(limiter, 20)).toBe(8)
})

test('a call that fails leaves its room to the next', async () => {
  const limiter = openLimiter({ ...still, most: 1 })
  const failing = limiter.begin('List').send(() => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(await together(limiter, 3)).toBe(1)
})

test('one answer among the busy ones is enough to go on', () => {
  const limiter = openLimiter({ ...still, most: 4 })
  const [waiting, other] = [limiter.begin('List'), limiter.begin('Create')]
  for (let answers = 0; answers < 19; answers += 1) waiting.heard(true)
  other.heard(false)
  for (let answers = 0; answers < 19; answers += 1) waiting.heard(true)
  expect(limiter.isSwamped()).toBe(false)
  waiting.heard(true)
  expect(limiter.isSwamped(), 'but for one operation').toBe(false)
  for (let answers = 0; answers < 8; answers += 1) other.heard(true)
  expect(limiter.isSwamped()).toBe(true)
  other.heard(false)
  expect(limiter.isSwamped(), 'it is there again').toBe(false)
})

test('an endpoint that has never been anything but busy is given less time, whatever it is asked', () => {
  let now = 5000
  const limiter = openLimiter({ ...still, most: 1, now: () => now })
  const call = limiter.begin('List')
  call.heard(true)
  expect(limiter.leftAtFirst()).toBe(30_000)
  now += 29_999
  call.heard(true)
  expect([limiter.isSwamped(), limiter.leftAtFirst()]).toEqual([false, 1])
  now += 1
  call.heard(true)
  expect(limiter.isSwamped()).toBe(true)
  call.heard(false)
  expect([limiter.isSwamped(), limiter.leftAtFirst()]).toEqual([false, Number.POSITIVE_INFINITY])
})

test('where each busy answer takes long, half a minute of nothing else is enough', () => {
  let now = 0
  const limiter = openLimiter({ ...still, most: 4, now: () => now })
  const [list, create] = [limiter.begin('List'), limiter.begin('Create')]
  list.heard(false)
  now += 100_000
  list.heard(true)
  now += 29_999
  create.heard(true)
  expect(limiter.isSwamped()).toBe(false)
  now += 1
  create.heard(true)
  expect(limiter.isSwamped()).toBe(true)
  list.heard(false)
  expect(limiter.isSwamped()).toBe(false)
})

/** All waits together, in milliseconds. */
const allOf = ({ first, longest, tries }: Backoff): number =>
  Array.from({ length: tries - 1 }, (_, count) => Math.min(longest, first * 2 ** count)).reduce(
    (sum, wait) => sum + wait,
    0,
  )

test('an endpoint elsewhere is given minutes', () => {
  const far = backoffFor({ endpoint: 'https://organizations.example.com' })
  expect(allOf(far)).toBeGreaterThan(4 * 60_000)
  expect(allOf(backoff)).toBeLessThan(30_000)
})

test('whatever there is room for goes when its turn comes', async () => {
  const gates: (() => void)[] = []
  const turn = () => new Promise<void>((go) => gates.push(go))
  const limiter = openLimiter({ ...still, most: 8, turn })
  const sent: number[] = []
  const work = [1, 2].map((number) =>
    limiter.begin('ListRoots').send(async () => void sent.push(number)),
  )
  await Promise.resolve()
  expect(sent).toEqual([])
  for (const go of gates) go()
  await Promise.all(work)
  expect(sent).toEqual([1, 2])
})
