import { expect, test } from 'vitest'

import type { Citation } from '../../../specs/contract/citation.ts'
import { whoSaysSo } from './who-says-so.ts'

const sha256 = '0'.repeat(64)
const inDocument = (document: string, from: number, to = from): Citation => ({
  kind: 'document',
  document,
  lines: [from, to],
  sha256,
})
const manual = '004_77d731a5759305cf.txt'
const guide = '002_4f8308788497c91b.txt'
const page = 'https://docs.aws.amazon.com/aws-sdk-php/v3/api/api-organizations-2016-11-28.html'

test('a document has its title, its sections and its page; the lines of the operation come first', () => {
  const citations = [
    inDocument(manual, 8377, 8383),
    inDocument(manual, 300),
    inDocument(manual, 290, 295),
  ]
  expect(whoSaysSo({ citations, requirements: ['B1'], operation: 'AttachPolicy' })).toBe(
    'AWS SDK for PHP 3, AWS Organizations 2016-11-28: AttachPolicy 300,290-295; ' +
      `AWSOrganizationsNotInUseException 8377-8383 (rule B1) ${page}#attachpolicy`,
  )
})

test('sections are numbered as the document does it', () => {
  const citations = [inDocument(guide, 490)]
  expect(whoSaysSo({ citations, requirements: [] })).toBe(
    'Huawei Cloud Organizations API Reference, 2024-03-14: 4.1.1 CreateOrganization 490 ' +
      'https://support.huaweicloud.com/intl/en-us/api-organizations/org_04_0011.html',
  )
})

test('a document that nobody knows is named by its file', () => {
  const citations = [inDocument('manual.txt', 10, 12), inDocument('manual.txt', 3)]
  expect(whoSaysSo({ citations, requirements: [] })).toBe('manual.txt:10-12,3')
})

test('of very many places the first are told, and how many there are', () => {
  const shapes = [147, 288, 482, 8377, 620].map((line) => inDocument(manual, line))
  const sources = ['one', 'two', 'three', 'four'].map((source): Citation => ({
    kind: 'protocol',
    source,
  }))
  const text = whoSaysSo({ citations: [...shapes, ...sources], requirements: [] })
  expect(text).toContain(' and 1 more section; one; two; three and 1 more ')
})

test('who says nothing says so', () => {
  expect(whoSaysSo({ citations: [], requirements: [] })).toBe('nobody: noted only')
})
