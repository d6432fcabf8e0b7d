import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import package_ from '../package.json' with { type: 'json' }
import tsconfig from '../tsconfig.json' with { type: 'json' }
import { committed, filesOf } from './scripts/committed.ts'

const run = promisify(execFile)

const runScript = (
  name: string,
  ...words: readonly string[]
): Promise<{ readonly stdout: string }> =>
  run(process.execPath, [
    '--import',
    'tsx',
    fileURLToPath(new URL(`scripts/${name}`, import.meta.url)),
    ...words,
  ])

const { lint, format } = package_.scripts

// a run leaves its reports wherever it is told to; nobody is to be held to the style of those
test.each(tsconfig.include)(
  '%s is checked because it is named, and nothing that is not',
  (owned) => {
    expect(lint.split(' ')).toContain(owned)
    expect(format.split(' ')).toContain(owned)
  },
)

test.each([lint, format])('%s', (script) => {
  expect(script.split(' ')).not.toContain('.')
})

test.each(Object.entries(package_.scripts))('%s holds no program of its own', (_, script) => {
  expect(script).not.toMatch(/\bnode -e\b|;|\|/u)
  const named = script.split(' ').filter((word) => word.startsWith('bin/scripts/'))
  expect(named.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([])
})

/** What a person calls, with a word that it names in its help. */
const called = [
  ['quick', '--since'],
  ['refresh', 'baseline'],
  ['cite', '<from>'],
] as const

test.each(called)('%s says what it does', async (name, word) => {
  const { stdout } = await runScript(`${name}.ts`, '--help')
  expect(stdout).toContain(`npm run ${name} --`)
  expect(stdout).toContain(word)
})

test('cite prints the lines and their hash, or says in one line what is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-cite-'))
  const document = join(folder, 'document.txt')
  writeFileSync(document, 'One  line\nand another \n')
  const { stdout } = await runScript('cite.ts', document, '1', '2')
  const sha256 = createHash('sha256').update('One line\nand another').digest('hex')
  expect(JSON.parse(stdout)).toEqual({ lines: [1, 2], sha256 })
  await expect(runScript('cite.ts', document, '2', '9')).rejects.toMatchObject({ code: 64 })
  await expect(runScript('cite.ts', join(folder, 'none.txt'), '1')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^cite: ENOENT.*\n$/u) as string,
  })
  rmSync(folder, { recursive: true })
})

test('what is committed and made is there', () => {
  expect(committed.map(({ name }) => name)).toEqual([
    'rooms',
    'openapi',
    'checks',
    'requirements',
    'baseline',
    'parity',
  ])
  for (const one of committed) expect(filesOf(one).size, one.name).toBeGreaterThan(0)
})
