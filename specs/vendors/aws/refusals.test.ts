import { expect, test } from 'vitest'

import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import { answersTo, type CodeRow, type ErrorName, type RefusalRow } from '../../vendor/refusals.ts'
import { refusalNames, type RefusalName } from '../../vocabulary/refusal-name.ts'
import { aws } from './aws.ts'

const { contract, refusals } = aws()
const rows = Object.entries(refusals.refusals) as [RefusalName, RefusalRow][]
const codeRows = Object.entries(refusals.codes)
const reasonRows = Object.entries(refusals.reasons).flatMap(([code, reasons]) =>
  Object.entries(reasons).map(([reason, row]) => ({ code, reason, row })),
)
const declared = new Set([...contract.operations.values()].flatMap(({ errors }) => errors))

const allAnswers = (row: RefusalRow): readonly ErrorName[] => [
  ...row.answers,
  ...Object.values(row.operations ?? {}).flat(),
]

const isSame = (spelling: string, other: string | undefined): boolean =>
  spelling === other || refusals.synonyms[spelling]?.includes(other ?? '') === true

/** The reasons a document lists for a code: the first enum below the exception's `Reason`. */
const documentedReasons = (code: string): readonly string[] => {
  const schemas = (contract.openapi['components'] as JsonObject)['schemas'] as JsonObject
  const properties = (schemas[code] as JsonObject)['properties'] as JsonObject
  return enumIn(properties['Reason'] ?? null)
}

const enumIn = (value: Json): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(enumIn)
  if (!isObject(value)) return []
  const own = Array.isArray(value['enum']) ? (value['enum'] as string[]) : []
  return [
    ...own,
    ...Object.values(value).filter(isObject).flatMap(enumIn),
    ...enumIn(value['anyOf'] ?? null),
  ]
}

/** What only other vendors refuse, or cannot be said to this one. */
const foreign: ReadonlySet<RefusalName> = new Set<RefusalName>([
  'nodeFilterAmbiguous',
  'unitInsideItself',
  'accountNotInUnit',
  'displaceFromRoot',
  'memberNameTaken',
  'closeInvited',
  'serviceAlreadyTrusted',
  'serviceDelegated',
  'tagNotFound',
  'tagMalformed',
  'endpointNotFound',
  'wire.unknown-version',
])

test('every refusal name has its answers, or is of other vendors alone', () => {
  const own = refusalNames.filter((name) => !foreign.has(name))
  expect(rows.map(([name]) => name).toSorted()).toEqual(own.toSorted())
})

test('every answer is a code that the document declares, or one common to all operations', () => {
  for (const [name, row] of rows) {
    for (const { code } of allAnswers(row)) {
      expect(declared.has(code) || refusals.common.includes(code), `${name}: ${code}`).toBe(true)
    }
  }
})

test('every single operation that a row names exists and declares its first answer', () => {
  for (const [name, row] of rows) {
    for (const [operation, [first]] of Object.entries(row.operations ?? {})) {
      const errors = contract.operations.get(operation)?.errors
      expect(errors, `${name}: ${operation}`).toContain(first?.code)
    }
  }
})

test('every sub-code of an answer is listed for its code, in one spelling or the other', () => {
  for (const [name, row] of rows) {
    for (const { code, reason } of allAnswers(row)) {
      if (reason === undefined) continue
      const known = Object.keys(refusals.reasons[code] ?? {})
      expect(
        known.some((spelling) => isSame(spelling, reason)),
        `${name}: ${reason}`,
      ).toBe(true)
    }
  }
})

test('all 47 exceptions of the document are there', () => {
  expect(declared.size).toBe(47)
  expect(Object.keys(refusals.codes).toSorted()).toEqual([...declared].toSorted())
})

test.each([
  ['ConstraintViolationException', 35],
  ['InvalidInputException', 26],
  ['HandshakeConstraintViolationException', 9],
])('all reasons of %s are there: %i', (code, count) => {
  const listed = Object.keys(refusals.reasons[code] ?? {})
  expect(listed).toHaveLength(count)
  const documented = documentedReasons(code)
  for (const reason of listed) expect(documented, reason).toContain(reason)
  for (const reason of documented) {
    expect(
      listed.some((spelling) => isSame(spelling, reason)),
      reason,
    ).toBe(true)
  }
})

const provokers = (fits: (answer: ErrorName) => boolean): readonly string[] =>
  rows
    .filter(([name, row]) => !name.startsWith('wire.') && allAnswers(row).some(fits))
    .map(([name]) => name)

const expectProvoked = (row: CodeRow, names: readonly string[], of: string): void => {
  if ('unprovokable' in row) expect(names, of).toEqual([])
  else expect([...row.provokedBy].toSorted(), of).toEqual([...names].toSorted())
}

test('a code is provoked by the refusals that answer with it, or nothing does', () => {
  for (const [code, row] of codeRows) {
    expectProvoked(
      row,
      provokers((answer) => answer.code === code),
      code,
    )
  }
})

test('a sub-code is provoked by the refusals that answer with it, or nothing does', () => {
  for (const { code, reason, row } of reasonRows) {
    const names = provokers((answer) => answer.code === code && isSame(reason, answer.reason))
    expectProvoked(row, names, `${code} ${reason}`)
  }
})

test('what comes from the document cites it; only the protocol is uncited', () => {
  for (const [name, { citations }] of rows) {
    expect(citations.length > 0, name).toBe(!name.startsWith('wire.'))
    for (const { lines } of citations) expect(lines[0], name).toBeLessThanOrEqual(lines[1])
  }
})

test('synonyms hold in both directions', () => {
  for (const [spelling, others] of Object.entries(refusals.synonyms)) {
    for (const other of others) expect(refusals.synonyms[other]).toContain(spelling)
  }
})

test('transient codes are declared or common, and none of them refuses a mistake', () => {
  for (const { code } of refusals.transient) {
    expect(declared.has(code) || refusals.common.includes(code), code).toBe(true)
    expect(provokers((answer) => answer.code === code)).toEqual([])
  }
})

test('an operation with answers of its own is asked for those', () => {
  expect(answersTo(refusals, 'invalid.enum', 'CreatePolicy')?.[0]?.reason).toBe(
    'INVALID_ENUM_POLICY_TYPE',
  )
  expect(answersTo(refusals, 'invalid.enum', 'CreateOrganization')?.[0]?.reason).toBe(
    'INVALID_ENUM',
  )
})
