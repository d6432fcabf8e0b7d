import { expect, test } from 'vitest'

import { hadRight } from './strangers.ts'

test('whoever is in an organization may be taken for the account that it was', () => {
  expect(hadRight('standalone', 'member', 'any')).toBe(true)
  expect(hadRight('standalone', 'management', 'fixed')).toBe(true)
})

test('an account of the case alone never had a right that it has not', () => {
  expect(hadRight('management', 'member', 'any')).toBe(false)
  expect(hadRight('any-member', 'outsider', 'any')).toBe(false)
})

test('accounts that are given may have joined or administered in another case, and never manage', () => {
  expect(hadRight('any-member', 'outsider', 'fixed')).toBe(true)
  expect(hadRight('management-or-delegate', 'member', 'fixed')).toBe(true)
  expect(hadRight('management', 'member', 'fixed')).toBe(false)
  expect(hadRight('management', 'delegated-administrator', 'fixed')).toBe(false)
})
