import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { Problem } from '../../harness/problem.ts'
import { presetNames, readPreset } from './presets.ts'
import { readRun } from './read-run.ts'
import { everything, type RunOptions } from './run-options.ts'

/** Endpoints elsewhere that are thrown away afterwards, such as a container beside a job of CI. */

const none: RunOptions = { ...everything, out: 'out' }
const path = join(mkdtempSync(join(tmpdir(), 'orgproof-disposable-')), 'ci.yaml')

async function problemsOf(
  text: string,
  options: Partial<RunOptions> = {},
): Promise<readonly Problem[]> {
  writeFileSync(path, text)
  const read = await readRun({ ...none, target: path, ...options }, { HOST: 'http://moto:5000' })
  return 'vendors' in read ? [] : read
}

const sound = 'preset: moto\nendpoint: http://moto:5000\ndisposable: true\n'

test('it is said in the file, beside the host; literal credentials are of no use to anybody', async () => {
  writeFileSync(
    path,
    `${sound}accounts: {mode: any, by: access-key, credentials: {accessKey: a, secret: b}}\n`,
  )
  expect(await readRun({ ...none, target: path }, {})).toMatchObject({
    target: { disposable: true, endpoint: 'http://moto:5000' },
  })
  expect(await problemsOf(sound, { endpoint: 'http://moto:5001' })).toEqual([])
})

const fixed =
  "accounts: {mode: fixed, management: {account: '1', credentials: {accessKey: env:HOST, secret: env:HOST}}}\n"

test.each([
  ['the host comes from a variable', sound.replace('http://moto:5000', 'env:HOST'), {}],
  ['a flag names another host', sound, { endpoint: 'http://elsewhere:5000' }],
  ['no file names the host', 'preset: moto\ndisposable: true\n', { endpoint: 'http://moto:5000' }],
  ['accounts are given', `${sound}${fixed}`, {}],
  ['there is one account', `${sound}${fixed.replace('fixed', 'single')}`, {}],
  ['it is asked through a proxy', `${sound}proxy: http://proxy:3128\n`, {}],
])('it is refused where %s', async (_, text, options) => {
  const problems = await problemsOf(text, options)
  expect(problems.map(({ code }) => code)).toEqual(['NOT_DISPOSABLE'])
  expect(problems[0]?.message).toContain('ci.yaml:')
  expect(problems[0]?.hint).toBeDefined()
})

test('all that is in its way is told at once', async () => {
  const text = `preset: moto\nendpoint: env:HOST\ndisposable: true\nproxy: http://proxy:3128\n${fixed}`
  expect((await problemsOf(text)).map(({ code }) => code)).toEqual(
    Array.from({ length: 3 }, () => 'NOT_DISPOSABLE'),
  )
})

test.each(['yes', '1', 'env:HOST', 'null'])('disposable: %s is no answer', async (value) => {
  const problems = await problemsOf(sound.replace('true', value))
  expect(problems.map(({ code }) => code)).toContain('TARGET_SHAPE')
})

test('no preset says so', async () => {
  for (const name of presetNames()) expect(await readPreset(name)).not.toContain('disposable')
})
