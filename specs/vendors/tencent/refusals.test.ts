import { expect, test } from 'vitest'

import type { ErrorName, RefusalRow } from '../../vendor/refusals.ts'
import type { RefusalName } from '../../vocabulary/refusal-name.ts'
import { tencent } from './tencent.ts'

const { contract, refusals } = tencent()
const rows = Object.entries(refusals.refusals) as [RefusalName, RefusalRow][]
const codes = Object.keys(contract.openapi['x-error-codes'] as object)
const declared = new Set([...contract.operations.values()].flatMap(({ errors }) => errors))

const allAnswers = (row: RefusalRow): readonly ErrorName[] => [
  ...row.answers,
  ...Object.values(row.operations ?? {}).flat(),
]

test('all 38 common codes and all 24 of the service are there, in the order of the document', () => {
  expect(Object.keys(refusals.codes)).toEqual(codes)
  expect(refusals.common).toEqual(codes.slice(0, 38))
  expect([...declared].filter((code) => !codes.includes(code))).toEqual([])
})

test('a code is provoked by the refusals that answer with it, or a reason says why nothing does', () => {
  for (const [code, row] of Object.entries(refusals.codes)) {
    const names = rows
      .filter(([, one]) => allAnswers(one).some((answer) => answer.code === code))
      .map(([name]) => name)
    if ('unprovokable' in row) expect(names, code).toEqual([])
    else expect(row.provokedBy.toSorted(), code).toEqual(names.toSorted())
  }
})

test('all but three of the 24 codes of the service are provoked', () => {
  const service = codes.slice(38).map((code) => refusals.codes[code] ?? { unprovokable: '' })
  expect(service.filter((row) => 'provokedBy' in row)).toHaveLength(21)
})

test('every operation that a row names exists, and an answer of its own is declared or common', () => {
  for (const [name, row] of rows) {
    for (const [operation, answers] of Object.entries(row.operations ?? {})) {
      const { errors = [] } = contract.operations.get(operation) ?? {}
      const fitting = answers.filter(
        ({ code }) => errors.includes(code) || refusals.common.includes(code),
      )
      expect(fitting.length, `${name}: ${operation}`).toBeGreaterThan(0)
    }
    for (const operation of row.silent ?? [])
      expect(contract.operations.has(operation), name).toBe(true)
  }
})

test('every row cites the lines of its codes', () => {
  for (const [name, row] of rows) {
    const answered = new Set(allAnswers(row).map(({ code }) => code))
    expect(row.citations, name).toHaveLength(answered.size)
  }
})

test('codes that pass by waiting refuse no mistake', () => {
  for (const { code } of refusals.transient) {
    expect(refusals.codes[code], code).toHaveProperty('unprovokable')
  }
})
