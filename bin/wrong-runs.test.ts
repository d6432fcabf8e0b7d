import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { main } from './main.ts'

// A run that is not begun leaves nothing behind, and changes nothing of what an earlier one left.

const folder = mkdtempSync(join(tmpdir(), 'orgproof-wrong-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function enter(words: readonly string[]): Promise<{ code: number; error: string }> {
  const said: string[] = []
  const shell = {
    env: {},
    stdout: { write: () => true },
    stderr: { write: (text: string) => said.push(text) },
    exitCode: 0,
  }
  await main(words, shell)
  return { code: shell.exitCode, error: said.join('') }
}

const target = join(folder, 'paths.yaml')
writeFileSync(
  target,
  `vendor: aws
preset: moto
endpoint: http://127.0.0.1:1
paths: { LstRoots: /roots }
`,
)

test.each([
  ['a wrong flag', ['--seed', 'x'], 64, 'NOT_A_NUMBER'],
  ['checks that there are not', ['--vendor', 'aws', '--only', 'nothing/*'], 64, 'NOTHING_MATCHES'],
  ['a path of no operation', ['--target', target], 64, 'did you mean ListRoots?'],
  ['a flag twice', ['--seed', '1', '--seed', '2'], 64, '--seed is given twice'],
  [
    'an endpoint elsewhere',
    ['--vendor', 'aws', '--target', 'moto', '--endpoint', 'http://192.0.2.1:1'],
    4,
    'WRITES_DENIED',
  ],
])('a run with %s leaves no folder', async (_, ...[words, code, says]) => {
  const out = join(folder, 'a', 'b')
  const ended = await enter(['run', ...words, '--out', out])
  expect(ended.code).toBe(code)
  expect(ended.error).toContain(says)
  expect(existsSync(join(folder, 'a'))).toBe(false)
})

test('the reports of an earlier run stand until there is another one', async () => {
  const out = join(folder, 'earlier')
  mkdirSync(out)
  writeFileSync(join(out, 'results.json'), 'kept')
  await enter(['run', '--vendor', 'aws', '--only', 'nothing/*', '--out', out])
  expect(readdirSync(out)).toEqual(['results.json'])
})

test.each([
  ['serve', '--port', '1', '--port', '2'],
  ['derive', '--specs', 'a', '--specs', 'b'],
  ['baseline', 'init', 'x', '-o', 'a', '--output', 'b'],
])('%s refuses a flag that is given twice', async (...words) => {
  expect(await enter(words)).toMatchObject({ code: 64, error: expect.stringContaining('twice') })
})
