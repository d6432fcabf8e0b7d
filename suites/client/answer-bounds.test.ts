import { expect, test } from 'vitest'

import { boundedReading } from './answer-bounds.ts'

test('as many headers as Python reads are read, those that come several times counted each time', () => {
  const { excessOfHead } = boundedReading({ headers: 3 })
  expect(excessOfHead({ a: '1', b: ['2', '3'] })).toBeUndefined()
  expect(excessOfHead({ a: '1', b: ['2', '3', '4'] })).toBe('4 headers: no more than 3 are read')
})

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

test('what is nested deeper than anybody reads is too much, however small', () => {
  const { excessOfBody } = boundedReading({})
  expect(excessOfBody(nested(1000))).toBeUndefined()
  expect(excessOfBody(nested(1001))).toBe('1,001 levels of nesting: no more than 1,000 are read')
})

test('a single text that is longer than any that a service has to say is too much', () => {
  const { excessOfBody } = boundedReading({ text: 10 })
  expect(excessOfBody('{"a":"0123456789"}')).toBeUndefined()
  expect(excessOfBody('{"a":"0123456789a"}')).toBe(
    '11 characters in one text: no more than 10 are read',
  )
})

test('large answers are read for as long as little is kept of others; small ones always are', () => {
  let keeps = 60_000
  const { excessOfBody } = boundedReading({ kept: 100_000 }, () => keeps)
  const [small, large] = ['x'.repeat(4 * 1024), 'x'.repeat(50_000)]
  const beyond = '50,000 bytes with the values in it, beside 60,000 characters that are kept'
  expect([small, large].map(excessOfBody)).toEqual([undefined, beyond])
  keeps = 50_000
  expect(excessOfBody(large)).toBeUndefined()
})
