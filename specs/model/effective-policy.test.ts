import { expect, test } from 'vitest'

import type { Json } from '../contract/json.ts'
import { inherit } from './inheritance.ts'
import { founded, guest, other, owner, smallRules, type Founded } from './test-model.ts'

const withTagType = (): Founded => {
  const model = founded()
  model.join(guest)
  model.get(owner, 'enablePolicyType', { root: model.root, type: 'tag' })
  return model
}

const attach = ({ get }: Founded, target: string, document: object): void => {
  const content = JSON.stringify(document)
  const name = `policy of ${target}`
  const { id } = get(owner, 'createPolicy', { name, type: 'tag', description: '', content })
  get(owner, 'attachPolicy', { policy: id, target })
}

test('the effective policy is what is inherited and what is attached', () => {
  const model = withTagType()
  const unit = model.get(owner, 'createUnit', { parent: model.root, name: 'one' }).id
  model.get(owner, 'moveAccount', { account: guest, from: model.root, to: unit })
  attach(model, model.root, { tags: { team: { values: { '@@assign': ['a'] } } } })
  attach(model, unit, { tags: { team: { values: { '@@append': ['b'] } } } })
  model.wait(5)
  attach(model, guest, { tags: { cost: { key: { '@@assign': 'Cost' } } } })
  const effective = model.get(owner, 'getEffectivePolicy', { type: 'tag', target: guest })
  expect(effective).toMatchObject({ target: guest, type: 'tag' })
  expect(JSON.parse(effective.content)).toEqual({
    tags: { team: { values: ['a', 'b'] }, cost: { key: 'Cost' } },
  })
  const above = model.get(owner, 'getEffectivePolicy', { type: 'tag', target: owner })
  expect(JSON.parse(above.content)).toEqual({ tags: { team: { values: ['a'] } } })
  expect((effective.updatedAt ?? 0) - (above.updatedAt ?? 0)).toBe(5)
})

test('where a vendor tells a type complete, names in any case are one, and nothing is left unsaid', () => {
  const form = { list: 'tags', absent: { key: '{name}', values: ['*'] } }
  const model = founded({ ...smallRules, effectForms: { tag: form } })
  model.get(owner, 'enablePolicyType', { root: model.root, type: 'tag' })
  attach(model, model.root, { tags: { Team: { values: { '@@assign': ['A'] } }, Empty: {} } })
  attach(model, owner, {
    tags: { team: { values: { '@@remove': ['A'] } }, cost: { key: { '@@assign': 'Cost' } } },
  })
  const { content } = model.get(owner, 'getEffectivePolicy', { type: 'tag' })
  expect(JSON.parse(content)).toEqual({
    tags: {
      team: { key: 'team', values: [] },
      empty: { key: 'empty', values: ['*'] },
      cost: { key: 'Cost', values: ['*'] },
    },
  })
})

test('control policies have no effective policy', () => {
  expect(founded().why(owner, 'getEffectivePolicy', { type: 'control' })).toBe('invalid.enum')
})

test('the target is an account of the organization', () => {
  const model = withTagType()
  const ask = (target: string): string =>
    model.why(owner, 'getEffectivePolicy', { type: 'tag', target })
  expect(ask(model.root)).toBe('effectivePolicyTarget')
  expect(ask(other)).toBe('targetNotFound')
})

test('without the type or without a policy there is none', () => {
  const model = founded()
  expect(model.why(owner, 'getEffectivePolicy', { type: 'tag' })).toBe('effectivePolicyNotFound')
  model.get(owner, 'enablePolicyType', { root: model.root, type: 'tag' })
  expect(model.why(owner, 'getEffectivePolicy', { type: 'tag' })).toBe('effectivePolicyNotFound')
  attach(model, model.root, { tags: {} })
  expect(model.why(owner, 'getEffectivePolicy', { type: 'tag' })).toBe('done')
})

test('a member asks about itself, not about others', () => {
  const model = withTagType()
  attach(model, model.root, { tags: {} })
  expect(model.get(guest, 'getEffectivePolicy', { type: 'tag' }).target).toBe(guest)
  const target = owner
  expect(model.why(guest, 'getEffectivePolicy', { type: 'tag', target })).toBe('accessDenied')
})

const layers = [
  ['assign sets', { a: 1 }, { a: { '@@assign': 2 } }, { a: 2 }],
  ['append adds what is new', { a: ['x'] }, { a: { '@@append': ['x', 'y'] } }, { a: ['x', 'y'] }],
  ['append starts a list', {}, { a: { '@@append': ['x'] } }, { a: ['x'] }],
  ['append to a single value', { a: 'x' }, { a: { '@@append': 'y' } }, { a: ['x', 'y'] }],
  ['remove takes away', { a: ['x', 'y'] }, { a: { '@@remove': ['x'] } }, { a: ['y'] }],
  ['remove from nothing', {}, { a: { '@@remove': ['x'] } }, { a: [] }],
  ['a plain value replaces', { a: 1, b: 1 }, { a: 2 }, { a: 2, b: 1 }],
  ['members merge in depth', { a: { b: 1 } }, { a: { c: 2 } }, { a: { b: 1, c: 2 } }],
  ['other operators are not followed', { a: 1 }, { a: { '@@allowed': ['x'] } }, { a: 1 }],
  ['operators beside members', { a: {} }, { a: { '@@allowed': [], b: 2 } }, { a: { b: 2 } }],
] as const

test.each(layers)('inheritance: %s', (...[, above, document, result]) => {
  expect(inherit(above, document)).toEqual(result)
})

const odd = (value: string): Json => {
  const list = `{"@@append":["${value}"]}`
  return JSON.parse(`{"__proto__":{"a":${list}},"toString":${list}}`) as Json
}

test('names that objects inherit are names like others', () => {
  const whole = inherit(inherit({}, odd('one')), odd('two'))
  expect(JSON.stringify(whole)).toBe('{"__proto__":{"a":["one","two"]},"toString":["one","two"]}')
})
