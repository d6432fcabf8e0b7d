import { expect, test } from 'vitest'

import type { ObservedFact } from '../../specs/vendor/observed.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { basisFinder } from './basis.ts'

const vendor = await loadVendor('aws')

const check = 'scenario/unit-rename/renamed'

const fact: ObservedFact = {
  id: 'O1',
  shows: 'It keeps the old name.',
  stance: 'contradicts',
  strength: 'recorded',
  evidence: [{ source: 'a/repository#1', date: '2026-01-01' }],
  checks: [check],
}

const basisWith = (observed: readonly ObservedFact[]) =>
  basisFinder({
    ...vendor,
    requirements: [
      {
        id: 'A1',
        rule: 'A rule.',
        level: 'must',
        citations: [{ lines: [1, 2], sha256: '0'.repeat(64) }],
        checks: [check],
      },
    ],
    observed,
  })(check)

test('what contradicts the document softens the check, and is cited', () => {
  const basis = basisWith([fact])
  expect([basis.level, basis.contradicted, basis.accepted]).toEqual(['should', true, undefined])
  expect(basis.citations.map(({ kind }) => kind)).toEqual(['document', 'observed'])
})

test('what agrees with the document is cited and softens nothing', () => {
  const basis = basisWith([{ ...fact, stance: 'agrees' }])
  expect([basis.level, basis.contradicted, basis.citations.length]).toEqual(['must', undefined, 2])
})

test('what the real service carries out is said of the check alone', () => {
  expect(basisWith([{ ...fact, accepted: [check] }]).accepted).toBe(true)
  expect(
    basisWith([{ ...fact, checks: ['scenario/*'], accepted: ['scenario/a/b'] }]).accepted,
  ).toBe(undefined)
})

test('what the real service refuses a valid request for is said with the check', () => {
  const basis = basisWith([{ ...fact, stance: 'silent', refuses: 'waitPeriodActive' }])
  expect([basis.level, basis.refuses]).toEqual(['must', ['waitPeriodActive']])
  expect(basisWith([fact]).refuses).toBeUndefined()
})

test('a check is looked up once', () => {
  const basis = basisFinder(vendor)
  expect(basis(check)).toBe(basis(check))
  expect(basis(check)).not.toBe(basisFinder(vendor)(check))
})
