import { describe, expect, test } from 'vitest'

import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import type { Fault } from '../../endpoint/fault.ts'
import type { Citation } from '../../specs/contract/citation.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { casesFor } from '../../suites/runner/cases-for.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import type { Check } from '../../suites/verdict/verdict.ts'
import { citesBrokenRule } from './cites-broken-rule.ts'
import { controlFault } from './selftest.ts'

const sha256 = 'a'.repeat(64)
const lines: Citation = { kind: 'document', document: 'manual.txt', lines: [10, 12], sha256 }
const page: Citation = { kind: 'protocol', source: 'RFC 9110 section 15.5' }

const aws = await loadVendor('aws')
const vendor = {
  ...aws,
  contract: { ...aws.contract, document: 'manual.txt' },
  requirements: [
    {
      id: 'A1',
      rule: 'One.',
      level: 'must' as const,
      citations: [{ lines: [10, 12] as const, sha256 }, page],
    },
  ],
}

const fault = (...breaks: readonly string[]): Fault => ({
  name: 'wrong',
  description: 'is wrong',
  breaks: { aws: breaks },
  alter: () => ({}),
})

const check = (id: string, ...citations: readonly Citation[]): Check => ({
  id,
  title: id,
  case: id,
  source: 'suites/scenarios/x.ts',
  vendor: 'aws',
  axis: 'behaviour',
  level: 'must',
  citations,
})

test.each<[string, Citation, boolean]>([
  ['the same lines', { ...lines }, true],
  ['the same page', { ...page }, true],
  ['other lines', { ...lines, lines: [10, 13] }, false],
  ['the lines of another document', { ...lines, document: 'other.txt' }, false],
  ['lines of another text', { ...lines, sha256: 'b'.repeat(64) }, false],
  ['the same words of another kind', { ...page, kind: 'sdk' }, false],
])('a check that cites %s', (_, citation, expected) => {
  expect(citesBrokenRule(fault('A1'), vendor)(check('scenario/x', citation))).toBe(expected)
})

test('where no rule says it, the id of the check decides', () => {
  const cites = citesBrokenRule(fault('protocol/aws/answer/*'), vendor)
  expect(cites(check('protocol/aws/answer/error', lines))).toBe(true)
  expect(cites(check('protocol/aws/signature/expired', lines))).toBe(false)
})

test('a rule that the register does not have is our mistake', () => {
  expect(() => citesBrokenRule(fault('Z9'), vendor)).toThrow('the register of aws has no rule Z9')
})

describe.each(knownVendors)('of %s', async (id) => {
  const known = await loadVendor(id)
  const checks = casesFor(known, await loadScenarios()).flatMap((one) => one.checks)
  const all = (await loadFaults()).filter(({ breaks }) => breaks[id] !== undefined)

  test('every fault breaks something that the suite asks and may find red', () => {
    const firm = checks.filter(({ level }) => level !== 'may')
    const uncited = all.filter((one) => !firm.some(citesBrokenRule(one, known)))
    expect(uncited.map(({ name }) => name)).toEqual([])
  })

  test('the control is among them', () => {
    expect(all.map(({ name }) => name)).toContain(controlFault)
  })
})
