import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'

import { problemLength, readMessageObject, readObject } from './json-body.ts'

test.each([
  ['{}', {}],
  [' {"a":[1,null]}\n', { a: [1, null] }],
])('%j is an object', (body, object) => {
  expect(readObject(body)).toEqual({ object })
})

test.each([
  ['', 'an empty body'],
  ['[1]', 'an array, not an object: "[1]"'],
  ['null', 'null, not an object: "null"'],
  ['"{}"', 'a string, not an object: "\\"{}\\""'],
  ['12', 'a number, not an object: "12"'],
  ['<!DOCTYPE html>\n<p>', 'an HTML page: "<!DOCTYPE html>\\n<p>"'],
  [' <html>', 'an HTML page: " <html>"'],
  ['<html><title> Not\nhere </title><p>', 'an HTML page: "Not\\nhere"'],
  ['<?xml version="1.0"?>', 'XML, not JSON: "<?xml version=\\"1.0\\"?>"'],
  ['<ErrorResponse/>', 'XML, not JSON: "<ErrorResponse/>"'],
  ['{"a":1 "b":2}', 'broken JSON at position 7: "{\\"a\\":1 \\"b\\":2}"'],
  ['{"a": [1', 'broken JSON at position 8: "{\\"a\\": [1"'],
  ['\uFEFF{}', 'not JSON: "\\ufeff{}"'],
  ['\u001b[31m\u202e', 'not JSON: "\\u001b[31m\\u202e"'],
])('%j is described', (body, problem) => {
  expect(readObject(body)).toEqual({ problem })
})

test('a body cut off says where', () => {
  expect(readObject('{"a":')).toEqual({ problem: 'JSON cut off at position 5: "{\\"a\\":"' })
})

test('a description is short and printable whatever comes', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), (body) => {
      const read = readObject(body)
      if ('object' in read) return
      expect(read.problem.length).toBeLessThanOrEqual(problemLength)
      expect(read.problem).toMatch(/^[ -~]+$/)
    }),
    { seed: 1, numRuns: 100 },
  )
})

test('more than fits ends in dots', () => {
  const read = readObject(`<html>${'x'.repeat(500)}`)
  const problem = 'problem' in read ? read.problem : ''
  expect(problem).toMatch(/x\.\.\."$/)
  expect(problem.length).toBeLessThanOrEqual(problemLength)
  expect(problem.length).toBeGreaterThan(problemLength - 8)
})

test('bytes that are no UTF-8 are no JSON, whatever they read like', () => {
  const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])
  expect(readMessageObject({ body: '{"\uFFFD":1}' })).toHaveProperty('object')
  const read = readMessageObject({ body: '{"\uFFFD":1}', bytes })
  expect(read).toHaveProperty('problem', expect.stringMatching(/UTF-8/u))
})
