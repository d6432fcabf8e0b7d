import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import written from '../../fixtures/results/version-1.json' with { type: 'json' }
import schema from '../../specs/schemas/results-1.schema.json' with { type: 'json' }
import { contradictionsOf } from './results-contradictions.ts'
import { resultsOf1, type Results1 } from './version-1.ts'

const validate = new Ajv2020({ strict: false }).compile<Results1>(schema)

/** Written by a suite of that time; the endpoint let two units have the same name. */
const fileOf = (content: unknown): Results1 => {
  if (validate(content)) return content
  throw new Error(JSON.stringify(validate.errors))
}

const file = fileOf(written)
const results = resultsOf1(file)

const check = (id: string) => results.checks.find((one) => one.id === id)

/** What a check of that time with such a sentence is read as. */
const saying = (verdict: 'untestable' | 'absent' | 'fail', reason: string) => {
  const checks = file.checks.slice(0, 1).map((one) => ({ ...one, verdict, reason }))
  const [read] = resultsOf1({ ...file, checks }).checks
  return [read?.code, read?.reason]
}

test('a file of version 1 is read without a contradiction', () => {
  expect(contradictionsOf(results)).toEqual([])
  expect(results.checks).toHaveLength(written.checks.length)
})

test('codes are read out of sentences, which keep the rest', () => {
  expect(check('scenario/unit-name-unique/same-name-is-refused/code')).toMatchObject({
    code: 'SETUP_FAILED',
    reason: 'nothing was refused',
  })
  expect(check('scenario/feature-migration-alone/all-features-already')).toMatchObject({
    code: 'feature-migration',
    reason: 'An organization always has all features.',
  })
  const failed = check('scenario/unit-name-unique/same-name-is-refused')
  expect([failed?.code, failed?.reason]).toEqual([undefined, 'the command is accepted'])
})

test.each<['untestable' | 'absent' | 'fail', string, readonly string[]]>([
  ['untestable', 'NO_QUOTA: it has 9: too many', ['NO_QUOTA', 'it has 9: too many']],
  ['untestable', 'something else', ['SETUP_FAILED', 'something else']],
  ['absent', 'tags: here: none', ['tags', 'here: none']],
  ['absent', 'x has no word for this refusal', ['unworded-refusal']],
  ['absent', 'Invite refuses nothing of this kind', ['undue-refusal']],
  ['fail', 'NO_QUOTA: no code at all', []],
])('%s because of "%s"', (verdict, reason, [code, rest = reason]) => {
  expect(saying(verdict, reason)).toEqual([code, rest])
})

test('the case and the file that asked are told by the id', () => {
  expect(check('scenario/unit-name-unique/freed-name-is-taken')).toMatchObject({
    case: 'scenario/unit-name-unique',
    source: 'suites/scenarios/unit-name-unique.ts',
  })
  expect(check('endpoint/huawei/ListPolicies/answers-keep-the-contract')).toMatchObject({
    case: 'endpoint/huawei/ListPolicies',
    source: 'suites/case/monitor.ts',
  })
})
