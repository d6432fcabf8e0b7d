import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'

import { inventedResults } from '../results/invented-results.ts'
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

test('one suite per operation, one case per check', () => {
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
