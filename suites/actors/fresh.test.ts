import { expect, test } from 'vitest'

import { freshFrom, markIn } from './fresh.ts'

const nonces = [0n, 1n, 77n, 2n ** 20n, 2n ** 40n - 1n]

test('the mark of a run is found in every name that it makes', () => {
  for (const nonce of nonces) {
    const { mark, name } = freshFrom(nonce, String)
    for (const noun of ['unit', 'rehearsal', 'a-noun-that-is-too-long-for-a-name']) {
      expect(markIn(name(noun))).toBe(mark)
    }
    expect(mark).toMatch(/^-[0-9a-z]{11}-$/u)
  }
})

test('names keep within forty letters, digits and hyphens', () => {
  const { name } = freshFrom(2n ** 40n - 1n, String)
  for (let count = 0; count < 2000; count += 1) {
    expect(name('a-noun-that-is-too-long-for-a-name')).toMatch(/^[a-z][0-9a-z-]{1,39}$/u)
  }
})

test('runs have marks of their own', () => {
  expect(new Set(nonces.map((nonce) => freshFrom(nonce, String).mark)).size).toBe(nonces.length)
})

test('the names of others are not taken for those of a run', () => {
  const names = [
    'Root',
    'team-production-1',
    'prod-1',
    'team-0-1',
    'logs-2024-01-01',
    'stands-already',
    'acme-0123456789-1',
    'unit-4v-1',
    'a-00000000000-1',
    'AWSServiceRoleForOrganizations',
    'p-00abcdefgh12-x',
  ]
  expect(names.filter((name) => markIn(name) !== undefined)).toEqual([])
})

test('of names that look alike one in a thousand fits', () => {
  let fits = 0
  for (let count = 0; count < 20_000; count += 1) {
    const letters = (count * 7_368_787).toString(36).padStart(10, '0').slice(-10)
    if (markIn(`team-0${letters}-1`) !== undefined) fits += 1
  }
  expect(fits).toBeLessThan(40)
})
