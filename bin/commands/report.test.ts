import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { formatNames, formats } from '../../reports/formats/formats.ts'
import { inventedResults } from '../../reports/results/invented-results.ts'
import { resultsText } from '../../reports/results/results-file.ts'
import { enter } from '../testing/enter.ts'

let folder: string
let path: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgproof-report-'))
  path = join(folder, 'results.json')
  await writeFile(path, resultsText(inventedResults()))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(formatNames)('%s is printed, or written where a file is named', async (name) => {
  const out = join(folder, formats[name].file)
  const printed = await enter(['report', path, '--format', name])
  expect(printed).toEqual({
    code: 0,
    stdout: formats[name].text(inventedResults()),
    stderr: '',
  })
  expect(await enter(['report', path, '--format', name, '--out', out])).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  })
  expect(await readFile(out, 'utf8')).toBe(printed.stdout)
})

test('without a format it is what the run printed, and all of it where that is wanted', async () => {
  const { code, stdout } = await enter(['report', path])
  expect(code).toBe(0)
  expect(stdout).toContain('1 passed, 3 failed, 1 warned, 1 absent, 2 not established\n')
  expect(stdout).not.toContain('WARN  scenario/one/warns')
  const verbose = await enter(['report', path, '--verbose'])
  expect(verbose.stdout).toContain('WARN  scenario/one/warns')
})

test('all that is wrong is told at once', async () => {
  const words = ['report', join(folder, 'nowhere.json'), '--format', 'cvs', '--out', folder]
  const { code, stdout, stderr } = await enter(words)
  expect([code, stdout]).toEqual([64, ''])
  expect(stderr).toContain('[FILE_UNREADABLE]')
  expect(stderr).toContain('did you mean csv?')
  expect(stderr).toContain('[OUTPUT_UNWRITABLE]')
})

test('results are not written over by what is made of them', async () => {
  const { code, stderr } = await enter(['report', path, '--format', 'csv', '--out', path])
  expect(code).toBe(64)
  expect(stderr).toContain('would be written over [OUTPUT_UNWRITABLE]')
  expect(await readFile(path, 'utf8')).toBe(resultsText(inventedResults()))
})

test('a run writes what is asked for besides what it always does, and prints annotations', async () => {
  const out = join(folder, 'run')
  const asked = ['--vendor', 'codearts', '--only', 'protocol/codearts/answer/*']
  const wanted = ['--format', 'csv', '--format', 'badge', '--format', 'github']
  const { code, stdout } = await enter(['run', ...asked, '--out', out, ...wanted])
  expect(code).toBe(0)
  expect(stdout).not.toContain('::error')
  const files = (await readdir(out)).filter((name) => !name.endsWith('json'))
  expect(files.toSorted()).toEqual([
    'badge.svg',
    'junit.xml',
    'report.csv',
    'report.html',
    'summary.md',
  ])
})

test('annotations are of the first causes', async () => {
  const { stdout } = await enter(['report', path, '--format', 'github'])
  expect(stdout.match(/^::(?:error|warning) title=/gmu)).toHaveLength(3)
})
