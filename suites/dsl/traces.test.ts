import { expect, test } from 'vitest'

import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Checker } from './checker.ts'
import { checkTraces, type Traceless } from './traces.ts'

type Key = 'clean' | 'dirty' | 'stopped'

/** A world of one list, and what is found of each doing in it. */
const found = async (doings: (world: string[]) => readonly Traceless<Key>[]) => {
  const world: string[] = []
  const held = new Map<Key, boolean>()
  const checker = (key: Key, _: unknown, due: object) =>
    void held.set(key, 'holds' in due && due.holds === true)
  const check = Object.assign(checker, {}) as Checker<Key>
  const stop = await checkTraces(check, {
    look: async () => new Map([['list', JSON.stringify(world)]]),
    prepare: async () => doings(world),
  }).catch((error: unknown) => error)
  return { held: Object.fromEntries(held), stop }
}

const clean: Traceless<Key> = { key: 'clean', perform: async () => {} }

/** Leaves an entry: once, or each time. */
const dirty = (world: string[], once = false): Traceless<Key> => ({
  key: 'dirty',
  perform: async () => {
    if (!once || world.length === 0) world.push('trace')
  },
})

test('what leaves nothing is right', async () => {
  expect(await found(() => [clean])).toEqual({ held: { clean: true }, stop: undefined })
})

test('a trace is held against what left it', async () => {
  const { held } = await found((world) => [clean, dirty(world)])
  expect(held).toEqual({ clean: true, dirty: false })
})

test('a trace that does not show again is held against all', async () => {
  const { held } = await found((world) => [clean, dirty(world, true)])
  expect(held).toEqual({ clean: false, dirty: false })
})

test('what is stopped keeps none of the others from being judged, and its rest is no trace of theirs', async () => {
  const stop = new PrerequisiteMissing('NO_QUOTA', 'full')
  const { held, stop: thrown } = await found((world) => [
    {
      key: 'stopped',
      perform: async () => {
        world.push('half')
        throw stop
      },
    },
    clean,
  ])
  expect(held).toEqual({ clean: true })
  expect(thrown).toBe(stop)
})

test('our own mistake is thrown', async () => {
  const mistake = new Error('ours')
  const { held, stop } = await found(() => [
    { key: 'stopped', perform: () => Promise.reject(mistake) },
    clean,
  ])
  expect(held).toEqual({})
  expect(stop).toBe(mistake)
})
