import { expect, test } from 'vitest'

import type { Operation } from '../../specs/contract/contract.ts'
import type { Violation } from './contract-validator.ts'
import type { Target } from './target.ts'
import { exchangeOf } from './testing/exchange-of.ts'
import { openTranscript } from './transcript.ts'
import { ensureValid, sourceFinder } from './value-source.ts'

const transcript = openTranscript()
const { id: given } = transcript.record(
  exchangeOf('{"Policy":"p-1"}', '{"Next":"p-1","Items":["r-9"]}'),
)
const accounts = { mode: 'any', by: 'access-key' } as const
const sourceOf = sourceFinder({ transcript, target: { accounts } as Target })

const operation = {
  name: 'ListTargets',
  pagination: { token: 'Marker', next: 'Next', items: 'Items' },
} as Operation
const counted = {
  name: 'ListTargets',
  pagination: { token: 'Marker', items: 'Items' },
} as Operation

const at = (pointer: string, value: unknown): Violation => ({
  pointer,
  value,
  keyword: 'pattern',
  message: 'must match',
  receivedNull: false,
  soft: false,
})

test('what only an answer showed is its own, what was sent before is ours', () => {
  expect(sourceOf(at('/Target', 'r-9'))).toMatchObject({ id: given })
  expect(sourceOf(at('/Policy', 'p-1'), operation)).toBe('suite')
  expect(sourceOf(at('/Target', 'unseen'), operation)).toBe('suite')
})

test('what another page is asked for with comes from an answer, be it what was sent before', () => {
  expect(sourceOf(at('/Marker', 'p-1'), operation)).toMatchObject({ id: given })
  expect(sourceOf(at('/Marker', 'p-1'), counted)).toBe('suite')
  expect(sourceOf(at('/Marker', 'unseen'), operation)).toBe('suite')
})

test('only our own mistake is thrown: of another whoever watches hears', () => {
  const heard: unknown[] = []
  const watch = { unsayable: (source: unknown) => void heard.push(source) }
  const judging = { operation, sourceOf, watch: watch as never }
  ensureValid([at('/Marker', 'p-1')], judging)
  expect(heard).toMatchObject([{ id: given }])
  expect(() => ensureValid([at('/Policy', 'p-1')], judging)).toThrow(
    'our own ListTargets breaks the contract at /Policy: must match',
  )
})
