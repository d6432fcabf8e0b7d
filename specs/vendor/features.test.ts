import { expect, test } from 'vitest'

import { aws } from '../vendors/aws/aws.ts'
import { isFeature, knownFeatures } from '../vendors/known-features.ts'
import { tencent } from '../vendors/tencent/tencent.ts'
import type { Verb } from '../vocabulary/verbs.ts'
import type { Feature } from './feature.ts'
import { featureOf, lacking, offers, operationsOf } from './features.ts'
import type { Absence } from './profile.ts'

const vendor = aws()
const vendors = [vendor, tencent()]
const notSold: Absence = {
  reason: 'not sold here',
  evidence: [{ kind: 'protocol', source: 'a price list' }],
}
const verbsOf = (name: Feature): readonly Verb[] => vendor.features[name]?.verbs ?? []
const names = Object.keys(vendor.features) as Feature[]

test('every verb belongs to exactly one feature', () => {
  const verbs = [...knownFeatures.values()].flatMap((feature) => feature.verbs)
  expect(new Set(verbs).size).toBe(verbs.length)
  for (const { dialect, workflows } of vendors) {
    const said = [...Object.keys(dialect), ...Object.keys(workflows ?? {})]
    expect(said.filter((verb) => !verbs.includes(verb as Verb))).toEqual([])
  }
  for (const verb of names.flatMap(verbsOf)) {
    expect(verbsOf(featureOf(vendor, verb))).toContain(verb)
  }
})

test('a feature that nothing holds is our own mistake', () => {
  expect(() => featureOf(vendor, 'fly' as Verb)).toThrow('no feature holds the verb fly')
})

test('a vendor offers what its dialect says whole and its profile does not call absent', () => {
  const offered = names.filter((name) => offers(vendor, name))
  const said = names.filter((name) =>
    verbsOf(name).every((verb) => vendor.dialect[verb] !== undefined),
  )
  expect(offered).toEqual(said.filter((name) => vendor.profile.absent[name] === undefined))
  expect(offered.flatMap(verbsOf).toSorted()).toEqual(Object.keys(vendor.dialect).toSorted())
  const { leaveOrganization: _leave, cancelInvitation: _cancel, ...dialect } = vendor.dialect
  expect(offers({ ...vendor, dialect }, 'member-leave')).toBe(false)
  expect(offers({ ...vendor, dialect }, 'invitations')).toBe(false)
  const profile = { ...vendor.profile, absent: { tags: notSold } }
  expect(offers({ ...vendor, profile }, 'tags')).toBe(false)
  expect(lacking({ ...vendor, profile }, ['units', 'tags', 'unit-move'])).toBe('tags')
  expect(lacking(vendor, ['units', 'tags'])).toBeUndefined()
})

test('what a client says by a workflow is offered too', () => {
  const other = tencent()
  expect(other.dialect.listUnits).toBeUndefined()
  expect(offers(other, 'units')).toBe(true)
  expect(offers(other, 'tags')).toBe(false)
})

test('what another vendor alone has is not offered', () => {
  expect(offers(tencent(), 'unit-move')).toBe(true)
  expect(offers(vendor, 'unit-move')).toBe(false)
  expect(operationsOf(vendor, ['unit-move'])).toEqual([])
})

test('only features are features', () => {
  expect(['tags', 'unit-move', 'quotas'].filter(isFeature)).toHaveLength(3)
  expect(isFeature('toString')).toBe(false)
})

test('the operations of some features come once each', () => {
  const said = operationsOf(vendor, ['unit-rename', 'tree', 'tree']).map(({ name }) => name)
  expect(said).toEqual(['UpdateOrganizationalUnit', 'ListChildren', 'ListParents'])
})
