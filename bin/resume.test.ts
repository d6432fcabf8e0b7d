import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, expect, test } from 'vitest'

import type { ResultsFile } from '../reports/results/results-file.ts'
import schema from '../specs/schemas/events.schema.json' with { type: 'json' }
import { enter } from './testing/enter.ts'

// A run that was stopped or killed goes on where it was: what it judged is not asked again, and what it saw is not forgotten.

const folder = mkdtempSync(join(tmpdir(), 'orgproof-resume-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const only = [
  'contract/aws/ListRoots/*',
  'contract/aws/DescribePolicy/*',
  'scenario/unit-*',
  'endpoint/aws/CreatePolicy/*',
  'endpoint/aws/ListRoots/*',
]
const asked = ['run', '--vendor', 'aws', ...only.flatMap((glob) => ['--only', glob])]

interface Event {
  readonly event: string
  readonly id?: string
  readonly verdict?: string
}

const eventsIn = (out: string): readonly string[] =>
  readFileSync(join(out, 'events.ndjson'), 'utf8').trimEnd().split('\n')
const read = (line: string): Event => JSON.parse(line) as Event
const resultsIn = (out: string): ResultsFile =>
  JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as ResultsFile

/** Results without times, ids of runs, and texts. */
const plainly = ({ run, targets, checks, ...rest }: ResultsFile) => ({
  ...rest,
  exchanges: [],
  run: { ...run, id: '', startedAt: '', finishedAt: '' },
  targets: targets.map((target) => ({ ...target, endpoint: '' })),
  checks: checks.map(
    ({
      reason: _reason,
      expected: _expected,
      received: _received,
      exchanges: _exchanges,
      ...check
    }) => check,
  ),
})

const whole = join(folder, 'whole')
const ended = await enter([...asked, '--seed', '7', '--evidence', '--out', whole])
const lines = eventsIn(whole)
const isCheck = (line: string): boolean => read(line).event === 'check'

/** A folder as a run leaves it that wrote these lines. */
function left(name: string, text: string): string {
  const out = join(folder, name)
  mkdirSync(out)
  writeFileSync(join(out, 'events.ndjson'), text)
  return out
}

test('every line of a run fits the published schema', () => {
  expect(ended.code).toBe(0)
  const validate = new Ajv2020({ strict: false }).compile(schema)
  for (const line of lines) {
    expect(
      validate(JSON.parse(line)),
      `${line.slice(0, 200)} ${JSON.stringify(validate.errors)}`,
    ).toBe(true)
  }
  expect(new Set(lines.map((line) => read(line).event))).toEqual(
    new Set(['run', 'check', 'watched', 'exchange', 'end']),
  )
})

test.each([
  ['after its header', 1, ''],
  ['in the middle of a case', Math.floor(lines.length / 2), ''],
  ['in the middle of a line', Math.floor(lines.length / 3), '{"event":"check","id":"scen'],
  ['before its footer', lines.length - 1, ''],
])('a run that was killed %s comes to what an unbroken one does', async (name, count, cut) => {
  const before = lines.slice(0, count)
  const out = left(name, `${before.join('\n')}\n${cut}`)
  const { code, stderr } = await enter(['run', '--resume', out])
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('orgproof:')])
  expect(plainly(resultsIn(out))).toEqual(plainly(resultsIn(whole)))
  const { id, startedAt, seed } = resultsIn(out).run
  const was = resultsIn(whole).run
  expect({ id, startedAt, seed }).toEqual({ id: was.id, startedAt: was.startedAt, seed: 7 })
  const after = eventsIn(out)
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after[before.length]).toBe('{"event":"resumed"}')
  // what was judged before is not asked again, but for a case of which a part was missing, and for what watches
  const again = after
    .slice(before.length)
    .filter(isCheck)
    .map((line) => read(line).id ?? '')
  const judged = new Set(before.filter(isCheck).map((line) => read(line).id ?? ''))
  const caseOf = new Map(resultsIn(whole).checks.map((check) => [check.id, check.case]))
  const repeated = new Set(again.filter((one) => judged.has(one)).map((one) => caseOf.get(one)))
  expect([...repeated].filter((one) => one?.startsWith('endpoint/') !== true).length).toBeLessThan(
    2,
  )
})

test('what came while a run was being stopped is asked again', async () => {
  const at = lines.findIndex(isCheck) + 5
  const [before, behind] = [lines.slice(0, at), lines.slice(at).filter(isCheck).slice(0, 40)]
  const wrong = behind.map((line) => line.replace('"verdict":"pass"', '"verdict":"fail"'))
  const out = left('stopped', [...before, '{"event":"stopping"}', ...wrong, ''].join('\n'))
  expect((await enter(['run', '--resume', out])).code).toBe(0)
  expect(plainly(resultsIn(out))).toEqual(plainly(resultsIn(whole)))
  expect(eventsIn(out).some((line) => read(line).verdict === 'fail')).toBe(false)
})

test('a finding of what watches the whole run is not forgotten', async () => {
  const count = Math.floor(lines.length / 2)
  const id = 'endpoint/aws/CreatePolicy/answers-keep-the-contract'
  const seen = lines.find((line) => read(line).event === 'watched' && read(line).id === id) ?? ''
  const found = seen.replace(
    '"verdict":"pass"',
    '"verdict":"fail","reason":"an id off its pattern"',
  )
  const out = left('watched', [...lines.slice(0, count), found, ''].join('\n'))
  const { code } = await enter(['run', '--resume', out])
  expect(code).toBe(1)
  const wrong = resultsIn(out).checks.filter(({ verdict }) => verdict === 'fail')
  expect(wrong.map((check) => [check.id, check.reason])).toEqual([[id, 'an id off its pattern']])
})

test('of a run that came to its end nothing is asked, and it says once more what it came to', async () => {
  const before = eventsIn(whole)
  const { code, stdout } = await enter(['run', '--resume', whole])
  expect([code, stdout]).toEqual([
    0,
    `nothing to resume: the run in ${whole} has come to its end\n`,
  ])
  expect(eventsIn(whole)).toEqual(before)
})

test('what says the same as the folder is no contradiction, and evidence is kept on', async () => {
  const out = left('same', `${lines.slice(0, 20).join('\n')}\n`)
  const same = [...only.flatMap((glob) => ['--only', glob]), '--seed', '7', '--out', out]
  const { code } = await enter(['run', '--vendor', 'aws', '--resume', out, ...same])
  expect(code).toBe(0)
  expect(readFileSync(join(out, 'evidence.tar.gz')).length).toBeGreaterThan(10_000)
})
