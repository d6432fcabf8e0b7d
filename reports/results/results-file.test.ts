import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import schema from '../../specs/schemas/results.schema.json' with { type: 'json' }
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { inventedResults, judged } from './invented-results.ts'
import { fileContradictions, resultsFile, resultsOf, resultsText } from './results-file.ts'

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema)

const results = inventedResults()
const file = resultsFile(results)

const fileWith = (differs: Partial<JudgedCheck>) =>
  resultsFile(
    inventedResults({ reports: [{ judged: judged('scenario/a/b', differs), exchanges: [] }] }),
  )

test('results fit their published schema', () => {
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
})

test.each([
  ['a check without a verdict', { checks: [{ id: 'x' }] }],
  ['another schema', { schema: 'orgproof/results/0' }],
  ['a member nobody knows', { surprise: 1 }],
])('the schema refuses %s', (_, spoiled) => {
  expect(validate({ ...file, ...spoiled })).toBe(false)
})

test.each<readonly [string, Partial<JudgedCheck>, boolean]>([
  ['an untestable check with its code', { verdict: 'untestable', code: 'NO_QUOTA' }, true],
  ['an untestable check without one', { verdict: 'untestable' }, false],
  [
    'an untestable check with the code of an absence',
    { verdict: 'untestable', code: 'tags' },
    false,
  ],
  ['what follows a check', { verdict: 'untestable', code: 'FOLLOWS', follows: 'a' }, true],
  ['what follows nothing', { verdict: 'untestable', code: 'FOLLOWS' }, false],
  ['what follows with another code', { verdict: 'absent', code: 'tags', follows: 'a' }, false],
  ['an absence with what is absent', { verdict: 'absent', code: 'unworded-refusal' }, true],
  ['an absence of nothing', { verdict: 'absent' }, false],
  ['a pass with a code', { verdict: 'pass', code: 'tags' }, false],
  ['a check that nobody says anything of', { citations: [] }, false],
  ['a source that was built', { source: 'suites/laws/one.js' }, false],
])('of %s the schema says what it must', (_, differs, fits) => {
  expect(validate(fileWith(differs)), JSON.stringify(validate.errors)).toBe(fits)
})

test('what is written is read again, and each citation is written once', () => {
  expect(resultsOf(file)).toEqual(results)
  expect(file.citations).toHaveLength(1)
  expect(new Set(file.checks.map(({ citations }) => citations.join()))).toEqual(new Set(['0']))
})

test('the text is one line: nobody reads it but programs', () => {
  const text = resultsText(results)
  expect(text.trimEnd().split('\n')).toHaveLength(1)
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(file)))
})

test('a place that the table does not have is a contradiction, and cites nothing', () => {
  expect(fileContradictions(file)).toEqual([])
  const stray = { ...file, citations: [] }
  expect(fileContradictions(stray)).toEqual([
    'a check cites a place that the table of citations does not have',
  ])
  expect(resultsOf(stray).checks[0]?.citations).toEqual([])
})
