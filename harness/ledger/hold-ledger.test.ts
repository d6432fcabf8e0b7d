import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { openLedgerFile } from '../../suites/actors/ledger-file.ts'
import type { LedgerEntry } from '../../suites/actors/ledger.ts'
import { beginLedger } from './begin-ledger.ts'
import { holdLedger } from './hold-ledger.ts'
import { ledgerSchema } from './ledger-header.ts'
import { parseLedger } from './parse-ledger.ts'
import { kindsOf } from './summarize-ledger.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orgproof-hold-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = (): string => join(folder, 'ledger.ndjson')

const intent = (number: number): LedgerEntry => ({
  step: 'intent',
  number,
  verb: 'createUnit',
  operation: 'CreateOrganizationalUnit',
  account: '1',
  args: { parent: 'r', name: 'a-1-b' },
})

function begin(entries: readonly LedgerEntry[], redact = (text: string): string => text): void {
  beginLedger(path(), {
    schema: ledgerSchema,
    suite: '0',
    run: 'first',
    mark: '-1-',
    startedAt: '2026-01-01T00:00:00.000Z',
    target: { vendor: 'aws', endpoint: 'http://127.0.0.1:1/', region: 'r', management: '1' },
  })
  const file = openLedgerFile({ path: path(), run: 'first' }, redact)
  for (const entry of entries) file.add(entry)
  file.close()
}

const problemOf = (): string => {
  const got = holdLedger(folder)
  if ('release' in got) throw new Error('it is held')
  expect(readdirSync(folder)).toEqual(['ledger.ndjson'])
  return got.problem.code
}

test('a folder without a ledger is taken, and let go', () => {
  const got = holdLedger(join(folder, 'new'))
  expect(holdLedger(join(folder, 'new'))).toMatchObject({ problem: { code: 'LEDGER_IN_USE' } })
  if ('release' in got) got.release()
  expect(readdirSync(join(folder, 'new'))).toEqual([])
})

test('a ledger is for its owner alone', () => {
  begin([])
  expect(statSync(path()).mode & 0o777).toBe(0o600)
})

test.each([
  ['closed', [intent(1), { step: 'void', number: 1 }]],
  ['empty', []],
] as const)('a %s ledger is kept under the name of its run', (_, entries) => {
  begin(entries)
  const got = holdLedger(folder)
  if ('release' in got) got.release()
  expect(readdirSync(folder)).toEqual(['ledger-first.ndjson'])
})

test('an open ledger, and one that nobody can read, keep a run out', () => {
  begin([intent(1), { step: 'done', number: 1, id: 'ou-1' }])
  expect(problemOf()).toBe('LEDGER_OPEN')
  writeFileSync(path(), `${readFileSync(path(), 'utf8')}{"run":"second"}\n`)
  expect(problemOf()).toBe('LEDGER_UNREADABLE')
})

test('a run whose id would lead out of the folder is none', () => {
  begin([])
  writeFileSync(path(), readFileSync(path(), 'utf8').replace('"first"', '"../first"'))
  expect(problemOf()).toBe('LEDGER_UNREADABLE')
})

test('what was cut was never acted upon; a last line without an end counts', () => {
  begin([intent(1), { step: 'void', number: 1 }])
  const text = readFileSync(path(), 'utf8')
  const line = JSON.stringify({ run: 'first', ...intent(2) })
  const statesIn = (more: string): readonly unknown[] =>
    [...(parseLedger(`${text}${more}`)?.writes.values() ?? [])].map(({ state }) => state)
  expect(statesIn(line.slice(0, -1))).toEqual(['void'])
  expect(parseLedger(`${text}${line.slice(0, -1)}`)?.cut).toBe(line.slice(0, -1))
  expect(statesIn(line)).toEqual(['void', 'unknown'])
  expect(statesIn(`${line}\n`)).toEqual(['void', 'unknown'])
})

test.each([
  ['of another run', { ...intent(1), run: 'second' }],
  ['about what nobody meant', { step: 'done', number: 1, run: 'first' }],
  ['with a number that is not the next', { ...intent(2), run: 'first' }],
])('a line %s makes a ledger unreadable', (_, line) => {
  begin([])
  expect(parseLedger(`${readFileSync(path(), 'utf8')}${JSON.stringify(line)}\n`)).toBeUndefined()
})

const hiding = (text: string): string => text.replaceAll('a-1-b', '«redacted»')

test('a request that holds a secret can not be read back, and its id is not told', () => {
  begin([intent(1), { step: 'done', number: 1, id: 'a-1-b' }], hiding)
  const text = readFileSync(path(), 'utf8')
  expect(text).not.toContain('a-1-b')
  const [write] = [...(parseLedger(text)?.writes.values() ?? [])]
  expect(write).toMatchObject({ args: null, state: 'done' })
  expect(write).not.toHaveProperty('id')
})

test('each write of a kind is counted once, as what it came to', () => {
  const steps = ['void', 'undone', 'proven', 'lost'] as const
  begin(steps.flatMap((step, at) => [intent(at + 1), { step, number: at + 1 }]))
  const ledger = parseLedger(readFileSync(path(), 'utf8'))
  expect(kindsOf(ledger?.writes ?? new Map())).toEqual([
    {
      operation: 'CreateOrganizationalUnit',
      account: '1',
      written: 4,
      void: 1,
      undone: 1,
      proven: 1,
      open: 1,
      lasting: 0,
    },
  ])
})
