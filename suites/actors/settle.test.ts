import { expect, test } from 'vitest'

import { patienceOf, type Patience } from '../client/patience.ts'
import { NotSettled, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { settle, type Settling } from './settle.ts'
import { openWaiting, type LongWait, type Waiting } from './waiting.ts'

const origin = { operation: 'Look', exchange: 1 }
const done = (value: number): Outcome<number> => ({ ...origin, kind: 'done', value })
const refused: Outcome<number> = {
  ...origin,
  kind: 'refused',
  reply: { kind: 'refusal', status: 400, code: 'NotThere', notes: [] },
}

const unseen = (): boolean => true

/** A waiting on a clock that moves by pauses alone. */
function watched(patience: Partial<Patience> = {}) {
  const pauses: number[] = []
  const told: LongWait[] = []
  const waiting: Waiting = openWaiting({
    pause: (milliseconds) => {
      pauses.push(milliseconds)
      return Promise.resolve()
    },
    patience: patienceOf({ patience }),
    long: (wait) => void told.push(wait),
  })
  const time = (): number => pauses.reduce((all, one) => all + one, 0)
  return { waiting, pauses, told, time }
}

const creation = (look: () => Outcome<number>): Settling<number> => ({
  what: 'the account',
  look: () => Promise.resolve(look()),
  until: (value) => value === 1,
  patience: 'creation',
})

test('what takes four minutes is waited for, in waits of ten seconds at most, and told of', async () => {
  const { waiting, pauses, told, time } = watched()
  const late = creation(() => done(time() >= 240_000 ? 1 : 0))
  expect(await settle(late, waiting)).toBe(1)
  expect(Math.max(...pauses)).toBe(10_000)
  expect(time()).toBeLessThan(255_000)
  expect(told.length).toBeGreaterThan(10)
  expect(told[0]).toMatchObject({ for: 'creation' })
})

test('what never settles is left open when the patience ends, and the patience is named', async () => {
  const { waiting, time } = watched({ creation: 60 })
  const never = settle(
    creation(() => done(0)),
    waiting,
  )
  await expect(never).rejects.toThrow(NotSettled)
  await expect(never).rejects.toThrow('the patience for creation is 60 s')
  expect(time()).toBe(60_000)
})

test('without patience there is one look', async () => {
  const { waiting, pauses } = watched({ creation: 0 })
  let looks = 0
  const never = creation(() => done((looks += 1) * 2))
  await expect(settle(never, waiting)).rejects.toThrow(NotSettled)
  expect([looks, pauses]).toEqual([1, []])
})

test('what can not be seen yet may be there a moment later, what stays away is missing', async () => {
  const first = watched()
  const late = creation(() => (first.time() >= 3000 ? done(1) : refused))
  expect(await settle({ ...late, unseen }, first.waiting)).toBe(1)
  const second = watched()
  const gone = settle({ ...creation(() => refused), unseen }, second.waiting)
  await expect(gone).rejects.toThrow(PrerequisiteMissing)
  const { listing } = patienceOf({})
  expect(second.time()).toBeGreaterThanOrEqual(listing * 1000)
  expect(second.time()).toBeLessThan(listing * 2000)
  const third = watched()
  await expect(
    settle(
      creation(() => refused),
      third.waiting,
    ),
  ).rejects.toThrow(PrerequisiteMissing)
  expect(third.time()).toBe(0)
})

test('what was in vain three times is not waited for as long a fourth time, unless it comes once', async () => {
  const { waiting, time } = watched()
  const never = (): Promise<number> =>
    settle(
      creation(() => done(0)),
      waiting,
    ).catch(() => 0)
  for (const _ of [1, 2, 3]) await never()
  const before = time()
  expect(before).toBe(3 * 600_000)
  await never()
  expect(time() - before).toBe(10_000)
  await settle(
    creation(() => done(1)),
    waiting,
  )
  const again = time()
  await never()
  expect(time() - again).toBe(600_000)
})
