import { expect, test } from 'vitest'

import { rowOf } from '../../../specs/vendor/dialect.ts'
import { vendorIds } from '../../../specs/vendor/vendor.ts'
import { loadVendor } from '../../../specs/vendors/load-vendor.ts'
import type { Verb } from '../../../specs/vocabulary/verbs.ts'
import { effectOf } from '../effect-of.ts'
import type { Hand } from '../speaker.ts'
import { lookUpFor } from './look-ups.ts'

const refused = (code: string) => async () => ({
  operation: 'DescribeOrganizationalUnit',
  exchange: 1,
  kind: 'refused',
  reply: { kind: 'refusal', status: 400, code, notes: [] },
})

const done = (value: object) => async () => ({
  operation: 'any',
  exchange: 1,
  kind: 'done',
  value,
})

const handOf = (verbs: object): Hand => ({ id: '111122223333', ...verbs }) as Hand

const aws = await loadVendor('aws')

test.each(vendorIds)('every write of %s is looked up', async (id) => {
  const vendor = await loadVendor(id)
  for (const verb of Object.keys(vendor.dialect) as Verb[]) {
    if (effectOf(vendor, verb).kind === 'none') continue
    const { operation = '' } = rowOf(vendor.dialect, verb) ?? {}
    const found = lookUpFor(vendor, { verb, all: [{}], hand: handOf({}) })
    expect(found, `${verb} (${operation})`).toBeDefined()
  }
})

test.each([
  { unit: refused('OrganizationalUnitNotFoundException'), kind: 'so' },
  { unit: done({ id: 'ou-1' }), kind: 'not so' },
  { unit: refused('AccessDeniedException'), kind: 'unseen' },
])('what a look shows of a deletion: $kind', async ({ unit, kind }) => {
  const hand = handOf({ getUnit: unit })
  const lookUp = lookUpFor(aws, { verb: 'deleteUnit', all: [{ unit: 'ou-1' }], hand })
  expect(await lookUp?.look()).toMatchObject({ kind })
})

test('what was made is found by its name, with all that the write answers', async () => {
  const unit = { id: 'ou-1', name: 'mine', parent: 'r-1' }
  const hand = handOf({ listUnits: done({ items: [unit] }), getUnit: done(unit) })
  const look = (name: string) =>
    lookUpFor(aws, { verb: 'createUnit', all: [{ parent: 'r-1', name }], hand })?.look()
  expect(await look('mine')).toEqual({ kind: 'so', value: unit })
  expect(await look('other')).toEqual({ kind: 'not so' })
})

test('of several at once, all have to be so', async () => {
  const hand = handOf({
    getUnit: async ({ unit }: { readonly unit: string }) =>
      unit === 'gone' ? refused('OrganizationalUnitNotFoundException')() : done({ id: unit })(),
  })
  const all = [{ unit: 'gone' }, { unit: 'there' }]
  expect(await lookUpFor(aws, { verb: 'deleteUnit', all, hand })?.look()).toEqual({
    kind: 'not so',
  })
})

test('what is gone is not there a second time', () => {
  const lookUp = lookUpFor(aws, {
    verb: 'deletePolicy',
    all: [{ policy: 'p-1' }],
    hand: handOf({}),
  })
  const reply = { kind: 'refusal', status: 400, notes: [] } as const
  expect(lookUp?.seenIn?.({ ...reply, code: 'PolicyNotFoundException' }).kind).toBe('so')
  expect(lookUp?.seenIn?.({ ...reply, code: 'PolicyInUseException' }).kind).toBe('unseen')
})
