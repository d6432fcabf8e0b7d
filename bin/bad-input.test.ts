import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { badInputs } from './bad-input/all.ts'
import { planted, type BadInput } from './bad-input/bad-input.ts'
import { flawsOf } from './bad-input/flaws.ts'
import { enterSpawned, type Ended } from './bad-input/spawned.ts'
import { main } from './main.ts'
import type { Shell } from './shell/shell.ts'

// Everything that a caller can get wrong, by the same door as the command line; bad-input.peer.test.ts has the rest.

const folder = mkdtempSync(join(tmpdir(), 'orgproof-bad-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const out = join(folder, 'out')
const inputs = badInputs(folder)

async function enter({ words, env }: BadInput): Promise<Ended> {
  const [printed, error]: [string[], string[]] = [[], []]
  const shell: Shell = {
    env: { ORGPROOF_OUT: out, MULTILINE: `${planted}\nx`, ...env },
    stdout: { write: (text) => printed.push(text) },
    stderr: { write: (text) => error.push(text) },
    exitCode: 0,
  }
  await main(words, shell)
  return { code: shell.exitCode, out: printed.join(''), error: error.join('') }
}

test('there are more than a thousand, none twice', () => {
  expect(inputs.length).toBeGreaterThan(1000)
  const seen = inputs.map(({ words, env }) => JSON.stringify([words, env]))
  expect(new Set(seen).size).toBe(inputs.length)
})

test('each ends with its code and a few clear lines', async () => {
  const found: string[] = []
  for (const input of inputs) found.push(...flawsOf(input, await enter(input)))
  expect(found).toEqual([])
})

test('all that is wrong is told at once, by the names that the caller knows', async () => {
  const env = { ORGPROOF_SEED: '', ORGPROOF_AXIS: 'shap', ORGPROOF_READ_ONLY: 'perhaps' }
  const words = ['run', '--vendor', 'awz', '--baseline', 'nowhere', '--out', join(folder, 'pipe')]
  const { error } = await enter({ name: '', words, env })
  const told = error.split('\n').filter((line) => line.startsWith('orgproof: '))
  expect(told.map((line) => line.replace(/^orgproof: (\S+) .*$/u, '$1'))).toEqual([
    'ORGPROOF_SEED',
    'ORGPROOF_READ_ONLY',
    '--vendor',
    'ORGPROOF_AXIS',
    'nowhere',
    'nothing',
  ])
})

test('the process itself ends as its door does', async () => {
  const some = inputs.filter((_, at) => at % 350 === 7).filter(isPassable)
  expect(some.length).toBeGreaterThan(2)
  for (const input of some) {
    const [own, door] = [await enterSpawned(input, out), await enter(input)]
    expect(own).toEqual(door)
  }
})

/** No process can be given a null among its words. */
function isPassable({ words }: BadInput): boolean {
  return !words.join('').includes('\0')
}

/** A shell whose output breaks. */
function broken(error: Error, env: Shell['env']): Shell & { readonly said: readonly string[] } {
  const said: string[] = []
  return {
    env,
    stdout: {
      write: () => {
        throw error
      },
    },
    stderr: { write: (text) => said.push(text) },
    exitCode: 0,
    said,
  }
}

test('what nobody foresaw is one line that quotes nothing; all of it where it is asked for', async () => {
  const error = new TypeError(planted)
  const shell = broken(error, {})
  await main(['serve', '--list-faults'], shell)
  expect(shell.exitCode).toBe(3)
  expect(shell.said.join('')).toMatch(
    /^orgproof: a fault of ours: TypeError in bin\/[\w/.-]+:\d+ \[OUR_FAULT\]\n {2}ORGPROOF_DEBUG=1 .*\n$/,
  )
  const debugging = broken(error, { ORGPROOF_DEBUG: '1' })
  await main(['serve', '--list-faults'], debugging)
  expect(debugging.said.join('')).toContain(planted)
})

test('a disk that is full is no fault of ours, and no slip of the caller', async () => {
  const shell = broken(Object.assign(new Error('no space'), { code: 'ENOSPC' }), {})
  await main(['serve', '--list-faults'], shell)
  expect(shell.exitCode).toBe(3)
  expect(shell.said).toEqual([
    'orgproof: not everything was written: the disk is full [DISK_FULL]\n',
  ])
})

test.each([
  ['run', '--read-only'],
  ['run', 'ORGPROOF_RESUME'],
  ['serve', '--port'],
  ['list', '--requirements'],
  ['explain', '<check>'],
  ['report', '--format'],
  ['compare', '--json'],
  ['merge', '--out'],
  ['baseline', 'check'],
  ['matrix', '--out'],
  ['ledger', 'show'],
  ['sweep', 'ORGPROOF_TARGET'],
  ['derive', 'ORGPROOF_DOCUMENTS'],
  ['selftest', '--fault'],
  ['bench', '--repeat'],
  ['certify', 'ORGPROOF_KEY_PASSPHRASE'],
  ['verify', '--results'],
])('%s --help names %s', async (command, word) => {
  const { code, out: printed } = await enter({ name: '', words: [command, '--help'] })
  expect(code).toBe(0)
  expect(printed).toContain(word)
})
