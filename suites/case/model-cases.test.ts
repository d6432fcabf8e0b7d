import { describe, expect, test } from 'vitest'

import { verbOf } from '../../specs/vendor/dialect.ts'
import { vendorIds } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { membersOf } from '../oracle/members.ts'
import { modelId } from '../oracle/oracle.ts'
import { basisFinder } from '../verdict/basis.ts'
import { modelCases } from './model-cases.ts'

const vendors = await Promise.all(vendorIds.map(loadVendor))

describe.each(vendors.map((vendor) => [vendor.id, vendor] as const))('of %s', (id, vendor) => {
  const asked = new Set(
    modelCases(vendor, basisFinder(vendor)).flatMap(({ checks }) => checks.map((one) => one.id)),
  )
  const operations = [...vendor.contract.operations.values()].filter(
    ({ name }) => verbOf(vendor.dialect, name) !== undefined,
  )

  test.each(vendor.leftOpen.names ?? [])('%s tells which entry it is, and is not asked', (name) => {
    const telling = operations.filter((operation) =>
      membersOf(vendor.contract, operation).some(({ member }) => member === name),
    )
    expect(telling.length).toBeGreaterThan(0)
    for (const { name: operation } of telling) {
      expect(asked).not.toContain(modelId(id, operation, name))
      // the list is, and so is what else an entry holds
      expect(asked).toContain(modelId(id, operation, name.split('.').slice(0, -1).join('.')))
    }
  })

  test('whether it is carried out is asked of each operation', () => {
    for (const { name } of operations) expect(asked).toContain(modelId(id, name, 'outcome'))
  })
})
