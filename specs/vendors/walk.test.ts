import { expect, test } from 'vitest'

import type { VendorId } from '../vendor/vendor.ts'
import { knownVendors, loadVendor } from './load-vendor.ts'
import { brokenOwnRules } from './tencent/testing/broken-rules.ts'
import { beginnings } from './testing/beginnings.ts'
import { brokenMemberships } from './testing/broken-memberships.ts'
import { brokenPolicies } from './testing/broken-policies.ts'
import { brokenReaders } from './testing/broken-readers.ts'
import { brokenUnits } from './testing/broken-units.ts'
import { goingOn } from './testing/going-on.ts'
import { scopeOf } from './testing/scope.ts'
import type { Event } from './testing/state.ts'
import { refusalsIn, tellFound } from './testing/tell-walk.ts'
import { walk } from './testing/walk.ts'

/**
 * The model is judged itself: what must be so in every state (specs/invariants) is so in a sample of those that commands
 * lead to, and is not where a rule is broken. walk.campaign.test.ts meets many more states.
 */

const sample = { width: 2, depth: 8, every: 10, seed: 14 }

/** How many states and how many different refusals a sample meets at least. */
const met: Readonly<Record<VendorId, readonly [states: number, refusals: number]>> = {
  aws: [300, 45],
  huawei: [300, 40],
  tencent: [150, 20],
  codearts: [14, 1],
}

test.each(knownVendors)('%s: nothing is wrong in a sample of states', async (id) => {
  const scope = scopeOf(await loadVendor(id))
  const walked = walk(scope, { from: beginnings(scope), ...sample })
  expect(tellFound(walked)).toBe('nothing is wrong')
  const [states, refusals] = met[id]
  expect(walked.states).toBeGreaterThanOrEqual(states)
  expect(refusalsIn(walked).length).toBeGreaterThanOrEqual(refusals)
})

test('a walk with the same seed is the same walk', async () => {
  const scope = scopeOf(await loadVendor('tencent'))
  const way = { width: 2, depth: 5, every: 50 }
  expect(walk(scope, { ...way, seed: 3 })).toEqual(walk(scope, { ...way, seed: 3 }))
  expect(walk(scope, { ...way, seed: 3 })).not.toEqual(walk(scope, { ...way, seed: 4 }))
})

const brokenRules = [
  ...brokenUnits,
  ...brokenOwnRules,
  ...brokenPolicies,
  ...brokenMemberships,
  ...brokenReaders,
]

const wordOf = (event: Event): string => ('wait' in event ? 'wait' : event.verb)

test.each(brokenRules)('$name, by the rules of $vendor: that is found', async (rule) => {
  const scope = scopeOf(await loadVendor(rule.vendor))
  const from = rule.from?.(scope) ?? []
  const { decide, path, saying = [] } = rule
  const walked = walk(scope, {
    decide,
    from: [from],
    saying: [...path, ...saying],
    depth: path.length + 1,
    every: brokenReaders.includes(rule) ? 1 : 25,
  })
  const broken = walked.found?.broken.map(({ invariant }) => invariant)
  expect(broken, tellFound(walked)).toContain(rule.breaks)
  expect(walked.found?.path.map(wordOf)).toEqual([...from.map(wordOf), ...path])
})

test('what is found is told with the way to it', async () => {
  const scope = scopeOf(await loadVendor('aws'))
  const { decide, path } = brokenUnits[0]
  const [owner] = scope.callers
  expect(tellFound(walk(scope, { decide, saying: path })).split('\n')).toEqual([
    `${owner} createOrganization {"features":"all"}`,
    `${owner} createUnit {"parent":"root-2","name":"one"}`,
    `${owner} deleteUnit {"unit":"unit-3"}`,
    'not so: an attachment has both its ends (organization-1: p-FullAWSAccess on unit-3)',
    'not so: an attachment has both its ends (organization-1: unit-3)',
  ])
})

test('two states that are taken for one go on alike', async () => {
  const scope = scopeOf(await loadVendor('tencent'))
  const { pairs, differing } = goingOn(scope, { runs: 6, steps: 8, seed: 5 })
  expect(differing).toEqual([])
  expect(pairs).toBeGreaterThan(3)
})
