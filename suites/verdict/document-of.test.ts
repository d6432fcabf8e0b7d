import { expect, test } from 'vitest'

import { documentOf } from './document-of.ts'

test('two spellings of one document are the same', () => {
  expect(documentOf('{ "a": [1, 2] }')).toEqual(documentOf('{"a":[1,2]}'))
})

test('two spellings of one policy are the same to a vendor that says so', () => {
  const policyDocuments = { defaultVersion: '2008', accountPrincipal: 'arn:{account}:root' }
  const short = '{"Statement":{"Effect":"Allow","Principal":{"AWS":["12"]}}}'
  const long =
    '{"Version":"2008","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:12:root"]}}]}'
  expect(documentOf(short, { policyDocuments })).toEqual(documentOf(long, { policyDocuments }))
  expect(documentOf(short)).not.toEqual(documentOf(long))
  const other = long.replace('12', '13')
  expect(documentOf(other, { policyDocuments })).not.toEqual(documentOf(long, { policyDocuments }))
})

test('a document without statements is what it is to every vendor', () => {
  const policyDocuments = { defaultVersion: '2008', accountPrincipal: 'arn:{account}:root' }
  expect(documentOf('{"tags":{}}', { policyDocuments })).toEqual({ tags: {} })
  expect(documentOf('[1]', { policyDocuments })).toEqual([1])
})

test('what is no document stays the text it is', () => {
  expect(documentOf('{"')).toBe('{"')
  expect(documentOf(undefined)).toBeUndefined()
})
