import { expect, test } from 'vitest'

import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import type { KnownFault } from '../../endpoint/fault.ts'
import type { Variant } from '../../endpoint/variant.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { askerOf } from './ask-server.ts'
import { askVariant, faultsUnder } from './ask-variant.ts'
import { tryHonest } from './try-honest.ts'

// One story is asked, so that what is found is known beforehand.

const vendor = await loadVendor('aws')
const all = askerOf(vendor, await loadScenarios())
const cases = all.cases.filter(({ id }) => id === 'scenario/account-creation')
const asker = { ...all, cases }
const { quiet } = await tryHonest(asker)
const known = (await loadFaults()).filter(({ breaks }) => breaks.aws !== undefined)

const faultNamed = (name: string): KnownFault => {
  const found = known.find((fault) => fault.name === name)
  if (found === undefined) throw new Error(`there is no fault ${name}`)
  return found
}

const chosen = (variant: Variant, seed = 1): readonly string[] =>
  faultsUnder({ asker: { ...asker, seed }, variant, faults: known, most: 3 }).map(
    ({ name }) => name,
  )

const plain: Variant = { name: 'plain', description: 'is the same', evidence: { aws: ['O1'] } }
const unseen = faultNamed('created-account-is-no-member')

test('a variant that is right in all of it is found so, and a fault on top of it is caught', async () => {
  const result = await askVariant({ asker, variant: plain, quiet, faults: [unseen], most: 1 })
  expect(result).toMatchObject({
    variant: 'plain',
    asked: quiet.size,
    falseAlarms: [],
    undeclared: [],
    inconclusive: 0,
    troubles: [],
    trials: [{ fault: unseen.name, outcome: 'killed' }],
  })
})

test('what is wrong is an alarm although it calls itself a variant', async () => {
  const { alter } = unseen
  const variant: Variant = { ...plain, alter: (steps) => alter(steps, vendor) }
  const { falseAlarms, undeclared } = await askVariant({
    asker,
    variant,
    quiet,
    faults: [],
    most: 0,
  })
  expect([...falseAlarms, ...undeclared].join('\n')).toContain('scenario/account-creation/')
})

test('what an endpoint takes to answer passes on the clock that it shares', async () => {
  const variant: Variant = {
    ...plain,
    deliver: (deliver) => async (message) => ({
      ...(await deliver(message)),
      delivery: { after: 5000 },
    }),
  }
  const { falseAlarms } = await askVariant({ asker, variant, quiet, faults: [], most: 0 })
  expect(falseAlarms).toEqual([])
})

test('a share of the cases may be none of them', async () => {
  const results = await Promise.all(
    [0, 1].map((part) =>
      askVariant({ asker, variant: plain, quiet, faults: [], most: 0, share: { part, of: 2 } }),
    ),
  )
  expect(new Set(results.map(({ asked }) => asked))).toEqual(new Set([0, quiet.size]))
})

test('the seed chooses three faults, and none that cannot be seen under the variant', () => {
  const first = chosen(plain)
  expect(first).toHaveLength(3)
  expect(chosen(plain)).toEqual(first)
  expect(chosen(plain, 2)).not.toEqual(first)
  expect(chosen({ ...plain, name: 'another' })).not.toEqual(first)
  expect(chosen({ ...plain, hides: first }).filter((name) => first.includes(name))).toEqual([])
})

test('what only sequences find is looked for where they are played alone', () => {
  const left = faultsUnder({ asker, variant: plain, faults: known, most: known.length })
  const names = left.map(({ name }) => name)
  expect(known.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([
    'decides-by-an-old-look',
  ])
})
