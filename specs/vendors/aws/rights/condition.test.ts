import { expect, test } from 'vitest'

import type { Json } from '../../../contract/json.ts'
import { holds } from './condition.ts'
import { fits } from './pattern.ts'

const keys = {
  'aws:PrincipalArn': 'arn:aws:iam::222222222222:root',
  'aws:ResourceAccount': '111111111111',
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
  ['an operator that nobody knows', { Weigh: { 'aws:ResourceAccount': '111111111111' } }, false],
  ['no condition at all', 'always', false],
])('a condition that asks for %s', (_what, condition, holding) => {
  expect(holds(condition, keys)).toBe(holding)
})

test.each<[pattern: string, text: string, fitting: boolean]>([
  ['a*c', 'abbc', true],
  ['a*c', 'ac', true],
  ['a?c', 'ac', false],
  ['a.c', 'abc', false],
  ['(a', '(a', true],
  ['*', '', true],
])('of the pattern %s: %s', (pattern, text, fitting) => {
  expect(fits(text, pattern)).toBe(fitting)
})
