import { expect, test } from 'vitest'

import { own } from './own.ts'

test('what a record holds itself is found, under any name', () => {
  expect(own({ a: 1 }, 'a')).toBe(1)
  expect(own(JSON.parse('{"__proto__":1}') as Record<string, number>, '__proto__')).toBe(1)
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  '%s is not found where it is only inherited',
  (name) => {
    expect(own({ a: 1 }, name)).toBeUndefined()
  },
)
