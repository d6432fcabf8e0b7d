import { expect, test } from 'vitest'

import type { Operation } from '../contract/contract.ts'
import type { Dialect } from './dialect.ts'
import { nothing } from './lens.ts'
import type { Profile } from './profile.ts'
import { rulesOf } from './rules-of.ts'
import type { Vendor } from './vendor.ts'

const profile = {
  limits: { unitDepth: { value: 5, evidence: { kind: 'recording', source: 'x', date: 'y' } } },
  absent: {},
  policyTypes: ['control', 'tag'],
  policyContents: { control: ['{"v":1,"allow":2}', '{"v":2,"allow":3,"deny":4}'] },
  services: ['a.example', 'b.example'],
  unknownService: 'c.example',
  unknown: {},
  reservedTagPrefix: 'sys:',
  reservedRolePrefix: 'Reserved',
  credentialStore: {
    kind: 'json',
    files: { credentials: { path: '.a/{profile}' } },
    keys: { accessKey: 'a', secret: 's', token: 't' },
  },
  identifying: { forms: ['x'], members: [] },
  domains: ['a.example'],
} satisfies Profile

const vendor = {
  profile,
  contract: {
    operations: new Map([['Leave', { name: 'Leave', caller: 'member' } as Operation]]),
  } as unknown as Vendor['contract'],
  dialect: { leaveOrganization: { operation: 'Leave', args: nothing, result: nothing } } as Dialect,
}

test('limits, services and types are the profile’s, callers the contract’s', () => {
  const rules = rulesOf(vendor)
  expect(rules.limits).toEqual({ unitDepth: 5 })
  expect(rules.services).toEqual(profile.services)
  expect(rules.policyTypes).toEqual(profile.policyTypes)
  expect(rules.reservedTagPrefix).toBe('sys:')
  expect(rules.reservedRolePrefix).toBe('Reserved')
  expect(rules.callers).toEqual({ leaveOrganization: 'member' })
  expect(rules).not.toHaveProperty('builtinPolicy')
})

test('services that are known beside those of the profile come after them', () => {
  const referenceEndpoint = { services: ['z.example', 'd.example'] }
  expect(rulesOf({ ...vendor, referenceEndpoint }).services).toEqual([
    'a.example',
    'b.example',
    'z.example',
    'd.example',
  ])
})

test('behaviour is plain unless it is said otherwise', () => {
  expect(rulesOf(vendor).creationDelay).toBe(0)
  expect(rulesOf(vendor, { creationDelay: 30 })).toMatchObject({
    creationDelay: 30,
    migration: { members: 'approve-all', management: 'enable-all' },
  })
})

const contents = [
  ['control', '{"allow":1}', true],
  ['control', '{"deny":1}', false],
  ['control', '{}', false],
  ['control', '[]', false],
  ['control', 'plain', false],
  ['tag', '{}', true],
  ['tag', 'null', false],
] as const

test.each(contents)('E1 as a %s policy %s fits: %s', (type, content, fit) => {
  expect(rulesOf(vendor).contentFits(type, content)).toBe(fit)
})

test('a grammar says what fits before the profile’s own documents do, and how long a document may be', () => {
  const grammars = { tag: { admits: (content: string) => content === 'fits', characters: 9 } }
  const { contentFits, contentLengths } = rulesOf({ ...vendor, grammars })
  expect(['fits', '{}'].map((content) => contentFits('tag', content))).toEqual([true, false])
  expect(contentFits('control', '{"allow":1}')).toBe(true)
  expect(contentLengths).toEqual({ tag: 9 })
})
