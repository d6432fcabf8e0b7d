import { expect, test } from 'vitest'
import { founded, guest, owner } from './test-model.ts'

test('F1 the resource policy is created, then replaced under the same id', () => {
  const stage = founded()
  const first = stage.get(owner, 'putResourcePolicy', { content: '{"a":1}' })
  expect(stage.get(owner, 'getResourcePolicy', {})).toEqual(first)
  const second = stage.get(owner, 'putResourcePolicy', { content: '{"a":2}' })
  expect(second).toEqual({ ...first, content: '{"a":2}' })
  expect(stage.get(owner, 'getResourcePolicy', {})).toEqual(second)
})

test.each(['putResourcePolicy', 'deleteResourcePolicy'] as const)(
  'F1 F5 %s is for the management account only',
  (verb) => {
    const stage = founded()
    stage.join(guest)
    stage.get(owner, 'putResourcePolicy', { content: '{}' })
    expect(stage.why(guest, verb, { content: '{}' })).toBe('accessDenied')
    expect(stage.why(owner, verb, { content: '{}' })).toBe('done')
  },
)

test.each(['', 'plain', '[]', '"text"', 'null'])(
  'F2 content %j is not a JSON object',
  (content) => {
    const stage = founded()
    expect(stage.why(owner, 'putResourcePolicy', { content })).toBe('resourcePolicyMalformed')
    expect(stage.why(owner, 'getResourcePolicy', {})).toBe('resourcePolicyNotFound')
  },
)

test('F3 tags come with the first put only', () => {
  const stage = founded()
  const content = '{}'
  const tags = [{ key: 'x', value: '' }]
  const twice = [...tags, ...tags]
  expect(stage.why(owner, 'putResourcePolicy', { content, tags: twice })).toBe('tagKeyDuplicate')
  expect(stage.why(owner, 'getResourcePolicy', {})).toBe('resourcePolicyNotFound')
  expect(stage.why(owner, 'putResourcePolicy', { content, tags })).toBe('done')
  expect(stage.why(owner, 'putResourcePolicy', { content, tags })).toBe('resourcePolicyTagged')
  expect(stage.why(owner, 'putResourcePolicy', { content, tags: [] })).toBe('done')
})

test('F4 without a resource policy there is nothing to read or delete', () => {
  const stage = founded()
  expect(stage.why(owner, 'getResourcePolicy', {})).toBe('resourcePolicyNotFound')
  expect(stage.why(owner, 'deleteResourcePolicy', {})).toBe('resourcePolicyNotFound')
  stage.get(owner, 'putResourcePolicy', { content: '{}' })
  expect(stage.why(owner, 'deleteResourcePolicy', {})).toBe('done')
  expect(stage.why(owner, 'getResourcePolicy', {})).toBe('resourcePolicyNotFound')
})

test('F5 a delegated administrator reads it', () => {
  const stage = founded()
  stage.join(guest)
  stage.get(owner, 'putResourcePolicy', { content: '{}' })
  expect(stage.why(guest, 'getResourcePolicy', {})).toBe('accessDenied')
  stage.get(owner, 'enableServiceAccess', { service: 'audit.example' })
  stage.get(owner, 'registerDelegate', { account: guest, service: 'audit.example' })
  expect(stage.why(guest, 'getResourcePolicy', {})).toBe('done')
  expect(stage.why(guest, 'deleteResourcePolicy', {})).toBe('accessDenied')
})
