import { expect, test } from 'vitest'

import type { JsonObject } from '../../contract/json.ts'
import { resolved } from '../../contract/resolve-reference.ts'
import { limitNames } from '../../vocabulary/limit-name.ts'
import { isFeature } from '../known-features.ts'
import { aws } from './aws.ts'

const { contract, profile, mintAccount } = aws()

const patternOf = (operation: string, member: string): RegExp => {
  const properties = contract.operations.get(operation)?.input['properties'] as JsonObject
  const schema = resolved(contract.openapi, properties[member] as JsonObject)
  return new RegExp(schema['pattern'] as string, 'u')
}

test('limits have known names', () => {
  for (const name of Object.keys(profile.limits)) expect(limitNames).toContain(name)
})

test('features declared absent are features', () => {
  expect(Object.keys(profile.absent).filter((name) => !isFeature(name))).toEqual([])
})

test.each([
  ['root', 'EnablePolicyType', 'RootId'],
  ['unit', 'DescribeOrganizationalUnit', 'OrganizationalUnitId'],
  ['account', 'DescribeAccount', 'AccountId'],
  ['policy', 'DescribePolicy', 'PolicyId'],
  ['invitation', 'DescribeHandshake', 'HandshakeId'],
  ['creation', 'DescribeCreateAccountStatus', 'CreateAccountRequestId'],
])('the unknown %s is well-formed', (noun, operation, member) => {
  expect(profile.unknown[noun]).toMatch(patternOf(operation, member))
})

test('the built-in policy is well-formed', () => {
  expect(profile.builtinPolicy?.id).toMatch(patternOf('DescribePolicy', 'PolicyId'))
})

test('every policy type has two different documents that are JSON objects and not too long', () => {
  expect(Object.keys(profile.policyContents).toSorted()).toEqual(
    [...profile.policyTypes].toSorted(),
  )
  for (const [type, contents] of Object.entries(profile.policyContents)) {
    const limit = type === 'control' ? 'controlPolicyContent' : 'otherPolicyContent'
    for (const content of contents) {
      expect(JSON.parse(content), type).toBeTypeOf('object')
      expect(content.length).toBeLessThanOrEqual(profile.limits[limit]?.value ?? 0)
    }
    expect(contents[0]).not.toBe(contents[1])
  }
})

test('the resource policy is a document once an account stands in it', () => {
  const content = profile.resourcePolicyContent?.replaceAll('{account}', '111111111111') ?? ''
  expect(JSON.parse(content)).toHaveProperty('Statement')
  expect(content).toContain('111111111111')
})

test('minted accounts are well-formed, all different, and never the unknown one', () => {
  const counts = [0n, 1n, 2n, 799_999_999_999n, 2n ** 40n * 100_000n]
  const minted = counts.map(mintAccount)
  for (const account of minted) expect(account).toMatch(/^[1-8][0-9]{11}$/u)
  expect(new Set(minted).size).toBe(counts.length)
  expect(profile.unknown['account']).not.toMatch(/^[1-8]/u)
})
