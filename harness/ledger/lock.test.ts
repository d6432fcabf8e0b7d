import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { lockFile, type Lock } from './lock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orgproof-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = (): string => join(folder, 'ledger.ndjson')
const lock = (): string => `${path()}.lock`

const held = (got: ReturnType<typeof lockFile>): Lock => {
  if ('heldBy' in got) throw new Error(`held by ${got.heldBy.pid}`)
  return got
}

test('a lock says which process holds it, and is gone when it is released', () => {
  const { release } = held(lockFile(path()))
  expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: process.pid })
  expect(lockFile(path())).toMatchObject({ heldBy: { pid: process.pid } })
  release()
  expect(readdirSync(folder)).toEqual([])
  held(lockFile(path())).release()
})

test('the lock of a process that goes on is not taken', () => {
  writeFileSync(lock(), JSON.stringify({ pid: process.ppid, began: null }))
  expect(lockFile(path())).toEqual({ heldBy: { pid: process.ppid, began: null } })
  expect(existsSync(lock())).toBe(true)
})

test.each([
  ['a process that is gone', () => ({ pid: spawnSync('true').pid, began: null })],
  ['an earlier process of the same number', () => ({ pid: process.ppid, began: 'long ago' })],
  ['an earlier process of our own number', () => ({ pid: process.pid, began: 'long ago' })],
  ['nobody', () => 'cut'],
])('the lock of %s is taken over', (_, content) => {
  writeFileSync(lock(), JSON.stringify(content()))
  const { release } = held(lockFile(path()))
  expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: process.pid })
  release()
  expect(readdirSync(folder)).toEqual([])
})

test('where no lock can be written the system says why', () => {
  expect(() => lockFile(join(folder, 'nowhere', 'ledger.ndjson'))).toThrow('ENOENT')
})
