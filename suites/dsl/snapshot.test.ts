import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Actor } from '../actors/actor.ts'
import { differences, takeSnapshot } from './snapshot.ts'

const before = new Map([
  ['units {}', '["a"]'],
  ['accounts {}', '["b"]'],
  ['tags {}', 'refused: no organization'],
])

test('the same shows nothing', () => {
  expect(differences(before, new Map(before))).toEqual([])
})

test('what came, went or is refused now shows', () => {
  const after = new Map(before).set('units {}', '["a","c"]').set('tags {}', '[]')
  expect(differences(before, after)).toEqual([
    'units {}: ["a"] became ["a","c"]',
    'tags {}: refused: no organization became []',
  ])
})

test('what could not be read again shows neither way', () => {
  const after = new Map(before)
  after.delete('accounts {}')
  expect(differences(before, after)).toEqual([])
})

const vendor = await loadVendor('aws')

/** An account whose lists are all refused with a code. */
const refused = (code: string): Actor =>
  new Proxy({} as Actor, {
    get: (_, operation) => () =>
      Promise.resolve({
        kind: 'refused',
        operation,
        exchange: 1,
        reply: { kind: 'refusal', status: 400, code, notes: [] },
      }),
  })

test('that there is no organization is seen', async () => {
  const seen = await takeSnapshot(vendor, refused('AWSOrganizationsNotInUseException'))
  expect(seen.get('listAccounts {}')).toBe('refused: no organization')
})

test('a read that is refused for anything else shows nothing', async () => {
  expect([...(await takeSnapshot(vendor, refused('ExpiredTokenException')))]).toEqual([])
})
