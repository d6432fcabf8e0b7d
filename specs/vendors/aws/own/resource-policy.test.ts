import { expect, test } from 'vitest'

import {
  founded as foundedBy,
  guest,
  owner,
  smallRules,
  type Founded,
} from '../../../model/test-model.ts'
import { ownRulesOf } from '../../../vendor/own-operation.ts'
import { readOwn } from '../../own-operations.ts'

const own = ownRulesOf({ own: await readOwn('aws') })

const rules = {
  ...smallRules,
  callers: { ...smallRules.callers, getResourcePolicy: 'management-or-delegate' },
} as const

const founded = (): Founded => foundedBy(rules, 'all', own)

test('the resource policy is created, then replaced under the same id', () => {
  const model = founded()
  const first = model.get(owner, 'putResourcePolicy', { content: '{"a":1}' })
  expect(model.get(owner, 'getResourcePolicy', {})).toEqual(first)
  const second = model.get(owner, 'putResourcePolicy', { content: '{"a":2}' })
  expect(second).toEqual({ ...first, content: '{"a":2}' })
  expect(model.get(owner, 'getResourcePolicy', {})).toEqual(second)
})

test.each(['putResourcePolicy', 'deleteResourcePolicy'] as const)(
  '%s is for the management account only',
  (verb) => {
    const model = founded()
    model.join(guest)
    model.get(owner, 'putResourcePolicy', { content: '{}' })
    expect(model.why(guest, verb, { content: '{}' })).toBe('accessDenied')
    expect(model.why(owner, verb, { content: '{}' })).toBe('done')
  },
)

test.each(['', 'plain', '[]', '"text"', 'null'])('content %j is not a JSON object', (content) => {
  const model = founded()
  expect(model.why(owner, 'putResourcePolicy', { content })).toBe('resourcePolicyMalformed')
  expect(model.why(owner, 'getResourcePolicy', {})).toBe('resourcePolicyNotFound')
})

const contentFits = (kind: string, content: string): boolean =>
  content.includes('right') && (kind === 'resource' || content.includes('given'))

test('actions that nobody can be given are refused, where the form is right', () => {
  const model = foundedBy({ ...rules, contentFits }, 'all', own)
  const why = (content: string) => model.why(owner, 'putResourcePolicy', { content })
  expect(why('{"given":1}')).toBe('resourcePolicyMalformed')
  expect(why('{"right":1}')).toBe('resourcePolicyActionUnsupported')
  expect(why('{"right":"given"}')).toBe('done')
})

const naming = (AWS: string | readonly string[]): string =>
  JSON.stringify({ Statement: [{ Principal: { AWS } }] })

test.each([
  [owner, 'done'],
  [guest, 'done'],
  ['999999999999', 'resourcePolicyMalformed'],
])('the principal %j is %s', (account, came) => {
  const model = founded()
  model.join(guest)
  expect(model.why(owner, 'putResourcePolicy', { content: naming(account) })).toBe(came)
  expect(model.why(owner, 'putResourcePolicy', { content: naming(['*', account]) })).toBe(came)
})

test('tags come with the first put only', () => {
  const model = founded()
  const content = '{}'
  const tags = [{ key: 'x', value: '' }]
  const twice = [...tags, ...tags]
  expect(model.why(owner, 'putResourcePolicy', { content, tags: twice })).toBe('tagKeyDuplicate')
  expect(model.why(owner, 'getResourcePolicy', {})).toBe('resourcePolicyNotFound')
  expect(model.why(owner, 'putResourcePolicy', { content, tags })).toBe('done')
  expect(model.why(owner, 'putResourcePolicy', { content, tags })).toBe('resourcePolicyTagged')
  expect(model.why(owner, 'putResourcePolicy', { content, tags: [] })).toBe('done')
})

test('without a resource policy there is nothing to read or delete', () => {
  const model = founded()
  expect(model.why(owner, 'getResourcePolicy', {})).toBe('resourcePolicyNotFound')
  expect(model.why(owner, 'deleteResourcePolicy', {})).toBe('resourcePolicyNotFound')
  model.get(owner, 'putResourcePolicy', { content: '{}' })
  expect(model.why(owner, 'deleteResourcePolicy', {})).toBe('done')
  expect(model.why(owner, 'getResourcePolicy', {})).toBe('resourcePolicyNotFound')
})

test('a delegated administrator reads it', () => {
  const model = founded()
  model.join(guest)
  model.get(owner, 'putResourcePolicy', { content: '{}' })
  expect(model.why(guest, 'getResourcePolicy', {})).toBe('accessDenied')
  model.get(owner, 'enableServiceAccess', { service: 'audit.example' })
  model.get(owner, 'registerDelegate', { account: guest, service: 'audit.example' })
  expect(model.why(guest, 'getResourcePolicy', {})).toBe('done')
  expect(model.why(guest, 'deleteResourcePolicy', {})).toBe('accessDenied')
})
