import { expect, test } from 'vitest'

import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { fillerOf } from './fill-list.ts'

const vendors = await Promise.all(knownVendors.map((id) => loadVendor(id)))

test('a list gets entries, or there is a reason why not', () => {
  expect(fillerOf({ own: [] }, 'listUnits')).toBeTypeOf('function')
  expect(fillerOf({ own: [] }, 'listRoots')).toBeUndefined()
})

test('an own operation says what fills its list where it has a page size, and only there', () => {
  for (const { own, contract } of vendors) {
    const paged = own.filter(
      ({ row }) => contract.operations.get(row.operation)?.pagination?.size !== undefined,
    )
    expect(own.filter(({ filling }) => filling !== undefined)).toEqual(paged)
  }
})

test('an own list is filled as it says; one that says nothing stops whoever plans', async () => {
  const { own } = await loadVendor('huawei')
  const filled = (filling: object): Parameters<typeof fillerOf>[0] => ({
    own: own.flatMap((one) => (one.verb === 'listNodes' ? [{ ...one, ...filling }] : [])),
  })
  expect(fillerOf(filled({ filling: { like: 'listUnits' } }), 'listNodes')).toBe(
    fillerOf({ own: [] }, 'listUnits'),
  )
  expect(fillerOf(filled({ filling: { like: 'listRoots' } }), 'listNodes')).toBeUndefined()
  expect(fillerOf(filled({ filling: { none: 'it costs too much' } }), 'listNodes')).toBeUndefined()
  for (const [vendor, verb] of [
    [filled({ filling: undefined }), 'listNodes'],
    [{ own: [] }, 'getUnit'],
    [{ own: [] }, undefined],
  ] as const)
    expect(() => fillerOf(vendor, verb)).toThrow('nothing says what fills its list')
})
