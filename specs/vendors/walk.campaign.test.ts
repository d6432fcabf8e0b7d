import { expect, test } from 'vitest'

import { knownVendors, loadVendor } from './load-vendor.ts'
import { beginnings } from './testing/beginnings.ts'
import { goingOn } from './testing/going-on.ts'
import { scopeOf } from './testing/scope.ts'
import { neverDone, tellFound, tellWalk } from './testing/tell-walk.ts'
import { walk } from './testing/walk.ts'

/** A hundred thousand states of each vendor, those near the beginnings all, and of those farther away as many as drawn. */
const long = { width: 300, states: 100_000, seed: 14 }

/** A walk takes minutes, on a busy machine a quarter of an hour: this only ends what hangs. */
const timeout = 3_600_000

test.each(knownVendors)('%s: nothing is wrong in any state', { timeout }, async (id) => {
  const scope = scopeOf(await loadVendor(id))
  const began = performance.now()
  const walked = walk(scope, { from: beginnings(scope), ...long })
  const seconds = Math.round((performance.now() - began) / 1000)
  process.stdout.write(`${id}, ${seconds} s: ${tellWalk(walked)}\n`)
  expect(tellFound(walked)).toBe('nothing is wrong')
  // few things can be said to some vendors: then all their states are met
  if (id !== 'codearts') expect(walked.states).toBeGreaterThanOrEqual(long.states)
  expect(neverDone(scope, walked)).toEqual([])
})

test.each(knownVendors)('%s: two states that are taken for one go on alike', async (id) => {
  const scope = scopeOf(await loadVendor(id))
  const { pairs, differing } = goingOn(scope, { runs: 120, steps: 12, seed: 5 })
  expect(differing).toEqual([])
  expect(pairs).toBeGreaterThan(200)
})
