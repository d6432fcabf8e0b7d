import { describe, expect, test } from 'vitest'

import { statusOf } from '../../contract/contract.ts'
import type { ErrorName, RefusalRow } from '../../vendor/refusals.ts'
import { refusalNames, type RefusalName } from '../../vocabulary/refusal-name.ts'
import { codearts } from '../codearts/codearts.ts'
import { huawei } from './huawei.ts'

const vendors = [
  [huawei(), 97],
  [codearts(), 68],
] as const

const allAnswers = (row: RefusalRow): readonly ErrorName[] => [
  ...row.answers,
  ...Object.values(row.operations ?? {}).flat(),
]

describe.each(vendors)('$id', (vendor, count) => {
  const { contract, refusals } = vendor
  const rows = Object.entries(refusals.refusals) as [RefusalName, RefusalRow][]
  const codes = Object.keys(refusals.codes)

  test(`all ${count} codes of the document are there, each with its status`, () => {
    expect(codes).toHaveLength(count)
    for (const code of codes) expect(statusOf(contract, code), code).toBeGreaterThanOrEqual(400)
    for (const { errors } of contract.operations.values()) {
      expect(errors.toSorted()).toEqual(codes.toSorted())
    }
  })

  test('every answer is a code of the document, or one common to all operations', () => {
    for (const [name, row] of rows) {
      expect(refusalNames).toContain(name)
      for (const { code } of allAnswers(row)) {
        expect(codes.includes(code) || refusals.common.includes(code), `${name}: ${code}`).toBe(
          true,
        )
      }
    }
  })

  test('every single operation that a row names exists', () => {
    for (const [name, row] of rows) {
      for (const operation of Object.keys(row.operations ?? {})) {
        expect([...contract.operations.keys()], name).toContain(operation)
      }
    }
  })

  test('a code is provoked by the refusals that answer with it, or nothing does', () => {
    for (const [code, row] of Object.entries(refusals.codes)) {
      const names = rows
        .filter(([, { answers, operations }]) =>
          [...answers, ...Object.values(operations ?? {}).flat()].some((one) => one.code === code),
        )
        .map(([name]) => name)
      if ('unprovokable' in row) expect(names, code).toEqual([])
      else expect([...row.provokedBy].toSorted(), code).toEqual(names.toSorted())
    }
  })

  test('no row is firmer than an inference: no operation names its codes', () => {
    expect(rows.filter(([, { level }]) => level === 'must')).toEqual([])
  })

  test('codes of the document are cited', () => {
    for (const [name, row] of rows) {
      const documented = allAnswers(row).filter(({ code }) => codes.includes(code))
      if (documented.length > 0) expect(row.citations.length, name).toBeGreaterThan(0)
    }
  })

  test('synonyms hold in both directions', () => {
    for (const [spelling, others] of Object.entries(refusals.synonyms)) {
      for (const other of others) expect(refusals.synonyms[other]).toContain(spelling)
    }
  })

  test('transient codes are known, and none of them refuses a mistake', () => {
    for (const { code } of refusals.transient) {
      expect(codes.includes(code) || refusals.common.includes(code), code).toBe(true)
      expect(rows.filter(([, row]) => allAnswers(row).some((one) => one.code === code))).toEqual([])
    }
  })
})
