import { expect, test } from 'vitest'

import type { Vendor } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { refusalChecks, type ExpectedRefusal, type RefusalAsker } from './refusal-checks.ts'

const [aws, codearts] = await Promise.all([loadVendor('aws'), loadVendor('codearts')])

const shared = { id: 'one', title: 'One', axis: 'input', level: 'must', citations: [] } as const

const stepsOf = (
  refusal: RefusalName,
  asker: RefusalAsker,
  vendor: Vendor = aws,
): readonly string[] => {
  const expected: ExpectedRefusal = { ...shared, refusal }
  return Object.values(refusalChecks(vendor, expected, asker)).map(({ id }) => id)
}

const all = ['one', 'one/declared', 'one/code', 'one/reason']

test('where every answer has a sub-code, it is asked for', () => {
  expect(stepsOf('invalid.maxLength', 'contract')).toEqual(all)
  expect(stepsOf('invalid.maxLength', 'scenario')).toEqual(all)
})

test('where only some have one, a contract case alone asks for it', () => {
  expect(stepsOf('leaveManagement', 'contract')).toEqual(all)
  expect(stepsOf('leaveManagement', 'scenario')).toEqual(all.slice(0, 3))
})

test('where the code is as good without a sub-code, nobody asks for one', () => {
  expect(stepsOf('waitPeriodActive', 'contract')).toEqual(all.slice(0, 3))
  expect(stepsOf('waitPeriodActive', 'scenario')).toEqual(all.slice(0, 3))
})

test('where the vendor has no code, a contract case asks only whether it is refused', () => {
  expect(stepsOf('closeManagement', 'contract', codearts)).toEqual(['one'])
  expect(stepsOf('closeManagement', 'scenario', codearts)).toEqual(all.slice(0, 3))
})

test('only the first step keeps its level and axis', () => {
  const checks = refusalChecks(aws, { ...shared, refusal: 'invalid.maxLength' }, 'contract')
  expect([checks.refused?.level, checks.refused?.axis]).toEqual(['must', 'input'])
  expect([checks.declared?.level, checks.declared?.axis]).toEqual(['should', 'refusal'])
  expect(checks.reason?.axis).toBe('reason')
})
