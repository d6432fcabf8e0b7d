import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { effectOf } from './effect-of.ts'

const huawei = await loadVendor('huawei')
const tencent = await loadVendor('tencent')

test('what a neutral verb leaves is the same for every vendor', () => {
  for (const vendor of [huawei, tencent]) {
    expect(effectOf(vendor, 'listAccounts').kind).toBe('none')
    expect(effectOf(vendor, 'createUnit').kind).toBe('reversible')
    expect(effectOf(vendor, 'deleteOrganization').kind).toBe('lasting')
  }
})

test('what an own verb leaves is taken back as its vendor’s table says', () => {
  expect(effectOf(huawei, 'tagResourceOfKind').kind).toBe('reversible')
  expect(effectOf(tencent, 'moveUnit').kind).toBe('bound')
})

test('an own verb that no table names leaves nothing where it reads, and is not sent where it writes', () => {
  expect(effectOf(huawei, 'listQuotas')).toEqual({ kind: 'none' })
  expect(effectOf(huawei, 'updateAccountNotes')).toEqual({ kind: 'lasting' })
  // nobody knows whether it writes where it is not spoken
  expect(effectOf(tencent, 'listQuotas')).toEqual({ kind: 'lasting' })
})
