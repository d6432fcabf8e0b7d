import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { afterAll, expect, test } from 'vitest'

import { badInputs } from './bad-input/all.ts'
import type { WriteFile } from './bad-input/bad-input.ts'
import { flawsOf } from './bad-input/flaws.ts'
import { largeInputs } from './bad-input/large.ts'
import { enterSpawned, measureSpawned } from './bad-input/spawned.ts'
import { program } from './testing/program.ts'

// What only a process of its own shows: how it ends, whether it hangs, and whether half a gigabyte is enough.

const folder = mkdtempSync(join(tmpdir(), 'orgproof-bad-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const out = join(folder, 'out')
const write: WriteFile = (name, content) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const passable = badInputs(folder).filter(({ words }) => !words.join('').includes('\0'))
const sample = passable.filter((_, at) => at % 90 === 11)

test.each(sample)('$name', async (input) => {
  expect(flawsOf(input, await enterSpawned(input, out))).toEqual([])
})

/** What the least that reads a file takes on this machine as it is now: how fast it is must not decide a test. */
const least = async (): Promise<number> => {
  const { spent } = await measureSpawned({ words: ['matrix', write('least.json', '{}')] }, out)
  if (spent === undefined) throw new Error('the yardstick was killed')
  return spent.cpuSeconds
}

test.each(largeInputs(write))('$name', async (input) => {
  const { ended, spent } = await measureSpawned(input, out)
  expect(flawsOf(input, ended)).toEqual([])
  // the slowest takes ten times the least on a quiet machine, and without a bound these inputs take minutes
  expect(spent?.cpuSeconds).toBeLessThan(40 * (await least()))
  expect(spent?.peakMegabytes).toBeLessThan(512)
})

test('whoever reads may stop reading', async () => {
  const child = spawn(process.execPath, [program, 'list', '--ids'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const ended = new Promise((resolve) => child.once('exit', resolve))
  expect([await ended, await text(child.stderr)]).toEqual([0, ''])
})

test.runIf(process.platform === 'linux')('a full disk is told', () => {
  const full = openSync('/dev/full', 'w')
  const { status, stderr } = spawnSync(process.execPath, [program, 'list', '--ids'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(full)
  expect(status).toBe(3)
  expect(stderr).toContain('[DISK_FULL]')
})
