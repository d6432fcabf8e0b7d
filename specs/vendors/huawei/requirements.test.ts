import { expect, test } from 'vitest'

import type { Lines } from '../../contract/citation.ts'
import type { Requirement } from '../../vendor/requirement.ts'
import codearts from '../codearts/requirements.json' with { type: 'json' }
import huawei from './requirements.json' with { type: 'json' }

/**
 * The registers of both manuals of one publisher count their rules through: 170, then 11. What a manual implies at
 * most, and a scenario asks nevertheless, stands apart: its rules are the N of its register.
 */

interface Rule extends Requirement {
  readonly citations: readonly Lines[]
}

const rulesOf = (register: { readonly requirements: unknown }): readonly Rule[] =>
  register.requirements as readonly Rule[]

const rules = [...rulesOf(huawei), ...rulesOf(codearts)]

test('the registers hold all 181 rules, numbered without gap', () => {
  const stated = rules.map(({ id }) => id).filter((id) => !id.startsWith('N'))
  expect(stated).toEqual(Array.from({ length: 181 }, (_, at) => `R${at + 1}`))
  expect(rulesOf(codearts)[0]?.id).toBe('R171')
})

test('what is not stated can fail nobody', () => {
  const noted = rules.filter(({ id }) => id.startsWith('N'))
  expect(noted.map(({ id }) => id)).toEqual(noted.map((_, at) => `N${at + 1}`))
  expect(noted.filter(({ level }) => level === 'must')).toEqual([])
})

test('every rule is said once, in the present tense, as a sentence', () => {
  const said = rules.map(({ rule }) => rule)
  expect(new Set(said).size).toBe(said.length)
  expect(said.filter((rule) => !/^[A-Z].*[^.]\.$/u.test(rule))).toEqual([])
  expect(said.filter((rule) => /\b(should|shall|will|must)\b/iu.test(rule))).toEqual([])
})

test.each([
  [huawei, 'huawei'],
  [codearts, 'codearts'],
] as const)(
  'checks of the contract and the protocol are those of the vendor itself',
  (register, id) => {
    const checks = rulesOf(register).flatMap((rule) => rule.checks ?? [])
    const own = checks.filter((check) => /^(?:contract|protocol)\//u.test(check))
    expect(own.length).toBeGreaterThan(5)
    expect(own.filter((check) => check.split('/')[1] !== id)).toEqual([])
  },
)
