import { expect, test } from 'vitest'

import type { Json } from '../../../contract/json.ts'
import { holds } from './condition.ts'
import { areAlike, fits } from './pattern.ts'

const keys = {
  'aws:PrincipalArn': 'arn:aws:iam::222222222222:root',
  'aws:ResourceAccount': '111111111111',
  'aws:SecureTransport': 'true',
  'aws:CurrentTime': '2026-09-13T12:00:00.000Z',
  'aws:EpochTime': '1789300800',
  'aws:SourceIp': '203.0.113.7',
  'aws:VpcSourceIp': '2001:db8::7',
  'aws:SourceArn': 'arn:aws:sns:us-west-2:123456789012:one:two',
  'aws:TagKeys': ['env', 'Team'],
  'aws:RequestTag/empty': '',
  'x:digest': 'QmluYXJ5VmFsdWVJbkJhc2U2NA==',
  'organizations:PolicyType': undefined,
}

test.each<[what: string, condition: Json, holding: boolean]>([
  ['nothing asked', {}, true],
  ['the value', { StringEquals: { 'aws:ResourceAccount': '111111111111' } }, true],
  ['one of several', { StringEquals: { 'aws:ResourceAccount': ['3', '111111111111'] } }, true],
  ['another value', { StringEquals: { 'aws:ResourceAccount': '222222222222' } }, false],
  [
    'a value of what is absent',
    { StringEquals: { 'organizations:PolicyType': 'TAG_POLICY' } },
    false,
  ],
  ['no such value of it', { StringNotEquals: { 'organizations:PolicyType': 'TAG_POLICY' } }, true],
  ['a pattern', { StringLike: { 'aws:ResourceAccount': '1111*' } }, true],
  ['no such pattern', { StringNotLike: { 'aws:ResourceAccount': '1111*' } }, false],
  [
    'a role of the account',
    { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::222222222222:role/r' } },
    true,
  ],
  [
    'a role of another',
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::333333333333:role/*' } },
    false,
  ],
  ['that it is absent', { Null: { 'organizations:PolicyType': 'true' } }, true],
  ['that it is there', { Null: { 'organizations:PolicyType': 'false' } }, false],
  ['two things', { Null: { 'aws:ResourceAccount': 'false', 'aws:PrincipalArn': 'true' } }, false],
  ['no condition at all', 'always', false],
  ['a key in another case', { StringEquals: { 'AWS:resourceACCOUNT': '111111111111' } }, true],
  [
    'one key that fits and one that does not',
    { StringEquals: { 'aws:ResourceAccount': '111111111111', 'aws:SourceIp': '1' } },
    false,
  ],
])('a condition that asks for %s', (_what, condition, holding) => {
  expect(holds(condition, keys)).toBe(holding)
})

test.each<[operator: string, key: string, wanted: Json, holding: boolean]>([
  ['StringEqualsIgnoreCase', 'aws:SecureTransport', 'TRUE', true],
  ['StringNotEqualsIgnoreCase', 'aws:SecureTransport', 'TRUE', false],
  ['StringEquals', 'aws:SecureTransport', 'TRUE', false],
  ['StringEquals', 'aws:ResourceAccount', '1111*', false],
  ['StringNotEquals', 'aws:ResourceAccount', ['2', '111111111111'], false],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:123456789012:one:*', true],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:*:one:two', false],
  ['ArnEquals', 'aws:SourceArn', 'arn:aws:sns:us-*-2:*:one?two', true],
  ['ArnNotEquals', 'aws:SourceArn', 'arn:aws:sns:us-west-2:*:one:two', false],
  ['ArnNotLike', 'aws:SourceArn', 'arn:aws:sns:us-east-1:*:one:two', true],
  ['ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/Admin', false],
  ['ArnNotEquals', 'aws:PrincipalArn', 'arn:aws:iam::333333333333:role/Admin', true],
  ['StringLike', 'aws:PrincipalArn', 'arn:aws:iam::222222222222:role/*', true],
  ['StringLike', 'aws:PrincipalArn', '*:role/Admin', true],
  ['StringLike', 'aws:PrincipalArn', 'arn:aws:iam*:333333333333:role/Admin', false],
  ['StringNotLike', 'aws:PrincipalArn', 'arn:aws:iam::222222222222:role/*', false],
  ['StringEquals', 'aws:PrincipalArn', 'arn:aws:iam::222222222222:user/one', true],
  ['Bool', 'aws:SecureTransport', true, true],
  ['Bool', 'aws:SecureTransport', 'false', false],
  ['BinaryEquals', 'x:digest', 'QmluYXJ5VmFsdWVJbkJhc2U2NA', true],
  ['BinaryEquals', 'x:digest', 'QmluYXJ5', false],
  ['NumericEquals', 'aws:EpochTime', '1789300800.0', true],
  ['NumericNotEquals', 'aws:EpochTime', 1_789_300_800, false],
  ['NumericLessThan', 'aws:EpochTime', '1789300800', false],
  ['NumericLessThanEquals', 'aws:EpochTime', '1789300800', true],
  ['NumericGreaterThan', 'aws:EpochTime', '9', true],
  ['NumericGreaterThanEquals', 'aws:EpochTime', '1789300801', false],
  ['NumericLessThan', 'aws:EpochTime', '', false],
  ['NumericLessThan', 'aws:EpochTime', 'soon', false],
  ['NumericGreaterThan', 'aws:EpochTime', '0x1', false],
  ['DateEquals', 'aws:CurrentTime', '2026-09-13T14:00:00+02:00', true],
  ['DateEquals', 'aws:CurrentTime', '1789300800', true],
  ['DateNotEquals', 'aws:CurrentTime', '2026-09-13T12:00Z', false],
  ['DateLessThan', 'aws:CurrentTime', '2027', true],
  ['DateLessThanEquals', 'aws:CurrentTime', '2026-09-13', false],
  ['DateGreaterThan', 'aws:CurrentTime', '2026-09', true],
  ['DateGreaterThanEquals', 'aws:EpochTime', '2026-09-13T12:00:00Z', true],
  ['DateGreaterThan', 'aws:CurrentTime', '2020-01-01T00:00:00', false],
  ['IpAddress', 'aws:SourceIp', '203.0.113.0/24', true],
  ['IpAddress', 'aws:SourceIp', '203.0.113.7', true],
  ['IpAddress', 'aws:SourceIp', '203.0.113.8', false],
  ['IpAddress', 'aws:SourceIp', ['2001:DB8::/32', '203.0.113.4/30'], true],
  ['IpAddress', 'aws:SourceIp', '203.0.113.0/33', false],
  ['IpAddress', 'aws:SourceIp', '203.0.113.0/', false],
  ['IpAddress', 'aws:VpcSourceIp', '2001:DB8::/32', true],
  ['IpAddress', 'aws:VpcSourceIp', '0.0.0.0/0', false],
  ['NotIpAddress', 'aws:SourceIp', '203.0.113.0/24', false],
  ['NotIpAddress', 'aws:SourceIp', '198.51.100.0/24', true],
  ['ForAnyValue:StringEquals', 'aws:TagKeys', ['env', 'other'], true],
  ['ForAnyValue:StringEquals', 'aws:TagKeys', 'other', false],
  ['ForAnyValue:StringNotEquals', 'aws:TagKeys', 'env', true],
  ['ForAnyValue:StringNotLike', 'aws:TagKeys', ['env', 'T*'], false],
  ['ForAllValues:StringLike', 'aws:TagKeys', ['env', 'T*'], true],
  ['ForAllValues:StringEquals', 'aws:TagKeys', ['env', 'team'], false],
  ['ForAllValues:StringEqualsIgnoreCase', 'aws:TagKeys', ['env', 'team'], true],
  ['ForAllValues:StringNotEquals', 'aws:TagKeys', 'env', false],
  ['ForAllValues:StringNotEquals', 'aws:TagKeys', 'other', true],
  ['ForAllValues:StringEquals', 'aws:RequestTag/empty', 'one', true],
  ['Null', 'aws:TagKeys', false, true],
])('%s of %s and %j: %s', (...[operator, key, wanted, holding]) => {
  expect(holds({ [operator]: { [key]: wanted } }, keys)).toBe(holding)
})

/** By the page on condition operators, and for set operators by that on multivalued keys. */
test.each<[operator: string, holding: boolean]>([
  ['StringEquals', false],
  ['StringNotEquals', true],
  ['StringLikeIfExists', true],
  ['StringNotEqualsIfExists', true],
  ['StringEqualsIfExists', true],
  ['ArnLike', false],
  ['ArnNotLike', true],
  ['Bool', false],
  ['BoolIfExists', true],
  ['NumericLessThan', false],
  ['NumericNotEquals', true],
  ['DateGreaterThan', false],
  ['DateGreaterThanIfExists', true],
  ['IpAddress', false],
  ['NotIpAddress', true],
  ['BinaryEquals', false],
  ['ForAnyValue:StringEquals', false],
  ['ForAnyValue:StringNotEquals', false],
  ['ForAnyValue:StringEqualsIfExists', true],
  ['ForAllValues:StringEquals', true],
  ['ForAllValues:StringNotLike', true],
])('%s of a key that is absent: %s', (operator, holding) => {
  expect(holds({ [operator]: { 'organizations:PolicyType': 'one' } }, keys)).toBe(holding)
})

test.each(['Weigh', 'toString', '__proto__', 'NullIfExists', 'BinaryNotEquals', 'toString:Bool'])(
  'an operator that IAM does not have holds for nobody: %s',
  (operator) => {
    const condition = JSON.parse(`{"${operator}":{"aws:SecureTransport":"true"}}`) as Json
    expect(holds(condition, keys)).toBe(false)
  },
)

test.each(['toString', '__proto__', 'constructor'])(
  'a key that objects inherit is absent: %s',
  (key) => {
    const condition = JSON.parse(`{"Null":{"${key}":"true"}}`) as Json
    expect(holds(condition, keys)).toBe(true)
  },
)

test.each<[pattern: string, text: string, fitting: boolean]>([
  ['a*c', 'abbc', true],
  ['a*c', 'ac', true],
  ['a?c', 'ac', false],
  ['a.c', 'abc', false],
  ['(a', '(a', true],
  ['*', '', true],
  ['', '', true],
  ['', 'a', false],
  ['a*b*', 'aab', true],
  ['*ab*c', 'aababc', true],
  ['*ab*c', 'aabacb', false],
  ['?', '\u{1F600}', true],
  ['**?', 'a', true],
])('of the pattern %s: %s', (pattern, text, fitting) => {
  expect(fits(text, pattern)).toBe(fitting)
})

test('a pattern with many stars is held against a text in few steps', () => {
  let looks = 0
  const counted = (text: string): ArrayLike<string> =>
    new Proxy(Array.from(text), {
      get: (characters, name) => {
        if (name !== 'length') looks += 1
        return Reflect.get(characters, name) as unknown
      },
    })
  const [text, pattern] = ['a'.repeat(128), `${'*a'.repeat(5)}b`]
  expect(areAlike(counted(text), counted(pattern))).toBe(false)
  expect(looks).toBeGreaterThan(text.length)
  expect(looks).toBeLessThan(3 * text.length * pattern.length)
})
