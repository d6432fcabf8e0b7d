import { expect, test } from 'vitest'

import type { JsonObject } from './json.ts'
import { readCitation } from './read-citation.ts'

const sha256 = '0'.repeat(64)

test.each([
  { kind: 'protocol', source: 'RFC 9110' },
  { kind: 'sdk', source: 'package@1 file symbol' },
  { kind: 'sdk', source: 'package@1 file symbol', sha256 },
  { kind: 'public', source: 'a page', date: '2026-01-01' },
  { kind: 'recording', source: 'a target', date: '2026-01-01' },
  { kind: 'observed', source: 'a/repository#1', date: '2026-01-01', shows: 'that it does' },
])('other evidence is taken as it stands: %j', (citation) => {
  expect(readCitation({ ...citation, note: 'not evidence' }, 'd.txt', 'here')).toEqual(citation)
})

test('lines are of the document that is read', () => {
  expect(readCitation({ lines: [3, 4], sha256 }, 'd.txt', 'here')).toEqual({
    kind: 'document',
    document: 'd.txt',
    lines: [3, 4],
    sha256,
  })
})

const broken: readonly (readonly [JsonObject | undefined, string])[] = [
  [undefined, 'here cites nothing'],
  [{ sha256 }, 'here cites no lines'],
  [{ lines: [3, 4] }, 'here cites no sha256'],
  [{ kind: 'public', source: 'a page' }, 'here cites no date'],
  [{ kind: 'sdk' }, 'here cites no source'],
  [{ kind: 'rumour' }, 'here cites a "rumour"'],
  [{ kind: 'constructor' }, 'here cites a "constructor"'],
]

test.each(broken)('%j is no citation', (citation, problem) => {
  expect(() => readCitation(citation, 'd.txt', 'here')).toThrow(problem)
})
