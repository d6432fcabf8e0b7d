import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Target } from '../client/target.ts'
import { judgeStop } from '../verdict/cannot-go-on.ts'
import { quotaOf } from './quota.ts'

const vendor = await loadVendor('huawei')
const units = 'unitCountExceeded'
const accounts = 'accountCountExceeded'

const targetWith = (limits: Target['limits'], mode = 'any'): Target =>
  ({ limits, accounts: { mode } }) as Target

const stopped = (target: Target, refusal: Parameters<typeof quotaOf>[1]) => {
  try {
    return quotaOf({ vendor, target }, refusal)
  } catch (error) {
    return judgeStop(error)
  }
}

const refused = (code: string) =>
  ({
    operation: 'InviteAccount',
    exchange: 1,
    kind: 'refused',
    reply: { kind: 'refusal', status: 400, code, message: '' },
  }) as never

const noQuota = { verdict: 'untestable', code: 'NO_QUOTA' }

const stating = (number: number | null): Target => targetWith({ unitsPerOrganization: number })

test('a published number is reached where it is small, and nobody holds the target to it', () => {
  expect(stopped(targetWith({}), accounts)).toMatchObject({ most: 10, stated: false })
  expect(stopped(targetWith({}), units)).toMatchObject(noQuota)
})

test('a number that the target states is reached, also a large one', () => {
  expect(stopped(stating(1000), units)).toMatchObject({ most: 1000, stated: true })
  expect(stopped(stating(5001), units)).toMatchObject(noQuota)
  expect(stopped(stating(2), units)).toMatchObject(noQuota)
  expect(stopped(stating(null), units)).toMatchObject(noQuota)
})

test('where accounts are given nothing is used up', () => {
  expect(stopped(targetWith({ unitsPerOrganization: 10 }, 'fixed'), units)).toMatchObject(noQuota)
})

test('the refusal of another number does not say that this one is reached', () => {
  const quota = quotaOf({ vendor, target: targetWith({}) }, accounts)
  expect(quota.tells(refused('Organizations.1305'))).toBe(true)
  expect(quota.tells(refused('Organizations.1204'))).toBe(false)
})
