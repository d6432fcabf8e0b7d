import { describe, expect, test } from 'vitest'

import { underTest } from '../specs/vendor/under-test.ts'
import { vendorIds } from '../specs/vendor/vendor.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { loadFaults } from './fault-kit/load-faults.ts'
import { looker } from './testing/look-twice.ts'

/**
 * Every fault, looked at twice in each vendor that it names: what the right endpoint shows, and what the wrong one
 * shows instead. A fault that nobody can see would make the suite look better than it is, and so would a verb that no
 * fault breaks.
 */
const faults = await loadFaults()

describe.each(vendorIds)('the faults of %s', async (id) => {
  const vendor = underTest(await loadVendor(id))
  const ofVendor = faults.filter(({ breaks }) => breaks[id] !== undefined)

  const look = looker(vendor)

  test.each(ofVendor)('$name can be seen', async (fault) => {
    const { right, wrong } = await look(fault)
    expect(right.shown, 'without the fault').toEqual(fault.seen.right)
    expect(right.troubles, 'without the fault').toEqual([])
    expect(right.broken, 'without the fault').toEqual(new Set())
    expect(wrong.shown, 'with the fault').toEqual(fault.seen.wrong)
  })

  test('every verb is broken by a fault', async () => {
    const sights = await Promise.all(ofVendor.map(look))
    const broken = new Set<string>(sights.flatMap(({ wrong }) => [...wrong.broken]))
    expect(Object.keys(vendor.dialect).filter((verb) => !broken.has(verb))).toEqual([])
  })

  test('every fault names a rule of the vendor, or checks', () => {
    const known = new Set(vendor.requirements.map((rule) => rule.id))
    for (const { name, breaks } of ofVendor) {
      const unknown = breaks[id]?.filter((rule) => !known.has(rule) && !rule.includes('/'))
      expect(unknown, name).toEqual([])
      expect(breaks[id], name).not.toEqual([])
    }
  })
})

test('every description is one clause in the present tense', () => {
  for (const { description } of faults) expect(description).toMatch(/^[a-z]+s .*[^.]$/u)
})

test('every fault names a vendor, and what it shows is something else than what is right', () => {
  for (const { name, breaks, seen } of faults) {
    expect(Object.keys(breaks), name).not.toEqual([])
    expect(seen.wrong, name).not.toEqual(seen.right)
  }
})

test('a verb is broken where it is decided otherwise, and only there', async () => {
  const fault = faults.find(({ name }) => name === 'delete-does-nothing')
  if (fault === undefined) throw new Error('there is one')
  const { right, wrong } = await looker(await loadVendor('aws'))(fault)
  expect([...right.broken]).toEqual([])
  expect([...wrong.broken]).toEqual(['deleteUnit'])
})
