import { expect, test } from 'vitest'

import { bindingOf } from './request-template.ts'

test('a binding names a resource and its field', () => {
  expect(bindingOf('$invitationSent.target')).toEqual({
    resource: 'invitationSent',
    field: 'target',
    as: 'text',
  })
  expect(bindingOf('#unit.id')).toEqual({ resource: 'unit', field: 'id', as: 'number' })
})

test.each(['', 'unit.id', '$unit', '$unit.', '$.id', 'a $unit.id', '$unit.id!', '$unit.id.x'])(
  '%j is a literal',
  (text) => {
    expect(bindingOf(text)).toBeUndefined()
  },
)
