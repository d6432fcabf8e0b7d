import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { readText } from './read-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'orgproof-text-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (content: string | Buffer): string => {
  const path = join(folder, 'file')
  writeFileSync(path, content)
  return path
}

test('a file is read to its limit, and no byte further', async () => {
  expect(await readText(file('x'.repeat(2048)), 2048)).toEqual({ text: 'x'.repeat(2048) })
  const read = await readText(file('x'.repeat(2049)), 2048)
  expect('problem' in read && read.problem.message).toMatch(/too large: at most 2 KiB.* has 2 KiB/u)
})

test('what is no UTF-8 is told by its line', async () => {
  const read = await readText(file(Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xff])), 2048)
  expect('problem' in read && read.problem).toMatchObject({ code: 'FILE_NOT_UTF8' })
  expect('problem' in read && read.problem.message).toContain(':3 ')
})

test('what is missing is told apart from what can not be read', async () => {
  expect(await readText(join(folder, 'nothing'), 9)).toMatchObject({ missing: true })
  expect(await readText(folder, 9)).toMatchObject({ missing: false })
  expect(await readText('', 9)).toMatchObject({ missing: false })
})
