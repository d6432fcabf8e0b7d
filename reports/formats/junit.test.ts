import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'

import { inventedReports, inventedResults, judged } from '../results/invented-results.ts'
import { junitXml } from './junit.ts'

const xml = junitXml(inventedResults())
interface Message {
  readonly '@_message': string
  readonly '#text': string
}

interface ParsedCase extends Partial<Record<'failure' | 'error' | 'skipped', Message>> {
  readonly '@_name': string
}

const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testsuite' })
const parsed = parser.parse(xml) as {
  readonly testsuites: {
    readonly testsuite: readonly {
      readonly '@_name': string
      readonly '@_tests': string
      readonly testcase: readonly ParsedCase[]
    }[]
  }
}
const [suite] = parsed.testsuites.testsuite
const caseOf = (id: string) => suite?.testcase.find((one) => one['@_name'] === id)

test('it is well-formed whatever the answers contained', () => {
  expect(XMLValidator.validate(xml)).toBe(true)
  expect(xml).not.toContain('\u0000')
  expect(caseOf('scenario/two/open')?.['skipped']?.['@_message']).toContain('\\u0000')
})

test('one suite per operation, one case per question', () => {
  expect(suite?.['@_name']).toBe('invented.CreatePolicy')
  expect(suite?.['@_tests']).toBe('8')
  expect(suite?.testcase).toHaveLength(8)
})

test('a failure carries what was expected, who says so and the line that repeats it', () => {
  const text = caseOf('scenario/one/fails')?.['failure']?.['#text'] ?? ''
  expect(text).toContain('expected: CreatePolicy is refused: Fitting')
  expect(text).toContain('manual.txt:10-12 (rule A1, A2)')
  expect(text).toContain('curl -sS')
})

test.each([
  ['scenario/one/passes', undefined],
  ['scenario/one/warns', undefined],
  ['scenario/two/absent', undefined],
  ['scenario/one/fails', 'failure'],
  ['scenario/two/ours', 'error'],
  ['scenario/two/untestable', 'skipped'],
  ['scenario/two/open', 'skipped'],
])('%s is told as %s', (id, tag) => {
  const all = ['failure', 'error', 'skipped'] as const
  const found = all.filter((one) => caseOf(id)?.[one] !== undefined)
  expect(found).toEqual(tag === undefined ? [] : [tag])
})

test('a case says how long its calls took, and the whole how long the run did', () => {
  expect(caseOf('scenario/one/fails/too')).toMatchObject({ '@_time': '0.004' })
  expect(caseOf('scenario/one/passes')).not.toHaveProperty('@_time')
  expect(xml).toContain(
    '<testsuites name="orgproof" tests="8" failures="2" errors="1" skipped="2" time="2.000">',
  )
})

test('the steps of a refusal are one case: the worst of them is what it comes to', () => {
  const at = 'contract/aws/CreatePolicy/Name/min-length/below'
  const steps = [
    judged(at),
    judged(`${at}/code`, { verdict: 'fail', reason: 'another code' }),
    judged(`${at}/declared`, { verdict: 'warn', reason: 'not declared' }),
    judged(`${at}/reason`, { verdict: 'untestable', code: 'FOLLOWS', reason: 'behind' }),
    judged('scenario/one/code'),
  ].map((one) => ({ judged: one, exchanges: [] }))
  const text = junitXml(inventedResults({ reports: steps }))
  const { testsuites } = parser.parse(text) as typeof parsed
  const [own] = testsuites.testsuite
  expect(own?.testcase.map((one) => one['@_name'])).toEqual([at, 'scenario/one/code'])
  const [first] = own?.testcase ?? []
  expect(first?.failure?.['@_message']).toBe('another code')
  expect(first?.failure?.['#text']).toContain(`check: ${at}/code`)
  expect(first).toMatchObject({ 'system-out': `warning: ${at}/declared: not declared` })
})

test('a warning fails nothing, and is told', () => {
  expect(caseOf('scenario/one/warns')).toMatchObject({
    'system-out': 'warning: scenario/one/warns: undocumented member',
  })
})

test('what could not be asked took no time', () => {
  const check = judged('scenario/one/waits', {
    verdict: 'untestable',
    code: 'NOT_IMPLEMENTED',
    reason: 'no',
    exchanges: [41],
  })
  const [known] = inventedReports.filter(({ judged: { exchanges } }) => exchanges.length === 1)
  const reports = [{ judged: check, exchanges: known?.exchanges ?? [] }]
  expect(junitXml(inventedResults({ reports }))).not.toContain(
    '<testcase classname="invented.CreatePolicy" name="scenario/one/waits" time',
  )
})
