import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { main } from '../main.ts'
import type { Shell } from '../shell/shell.ts'

const openapi = 'vendors/aws/openapi/organizations-2016-11-28.json'
const document = '004_77d731a5759305cf.txt'
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'derive-'))
  cpSync(
    fileURLToPath(new URL('../../specs/vendors/aws', import.meta.url)),
    join(folder, 'vendors/aws'),
    {
      recursive: true,
    },
  )
  cpSync(
    fileURLToPath(new URL('../../fixtures/contracts/aws', import.meta.url)),
    join(folder, 'fixtures/contracts/aws'),
    { recursive: true },
  )
  mkdirSync(join(folder, 'documents'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

const run = async (...flags: readonly string[]): Promise<{ code: unknown; output: string }> => {
  const said: string[] = []
  const sink = { write: (text: string) => said.push(text) }
  const shell: Shell = { env: {}, stdout: sink, stderr: sink, exitCode: 0 }
  const places = ['--documents', join(folder, 'documents'), '--specs', folder]
  const vendor = flags.includes('--vendor') ? [] : ['--vendor', 'aws']
  const own = [...vendor, ...places, '--fixtures', join(folder, 'fixtures')]
  await main(['derive', ...own, ...flags], shell)
  return { code: shell.exitCode, output: said.join('') }
}

test('a document that is not there is a problem, and no file is touched', async () => {
  const before = readFileSync(join(folder, openapi), 'utf8')
  const { code, output } = await run()
  expect(code).toBe(64)
  expect(output).toContain(`${document} does not exist`)
  expect(readFileSync(join(folder, openapi), 'utf8')).toBe(before)
})

test('a foreign document is refused with its line, and no file is touched', async () => {
  writeFileSync(join(folder, 'documents', document), 'An essay\nabout trees\n')
  const before = readFileSync(join(folder, openapi), 'utf8')
  const { code, output } = await run()
  expect(code).toBe(64)
  expect(output).toContain(`problem: ${document}:1: expected a service name`)
  expect(output).toContain('sources.json names 634c7354')
  expect(readFileSync(join(folder, openapi), 'utf8')).toBe(before)
  expect(readdirSync(join(folder, 'vendors/aws/openapi'))).toHaveLength(1)
})

test('a check of a foreign document tells what became of the citations of every file', async () => {
  writeFileSync(join(folder, 'documents', document), 'An essay\nabout trees\n')
  const { code, output } = await run('--check')
  expect(code).toBe(64)
  expect(output).toMatch(/reworded: vendors\/aws\/overlay\.json#\/entries\/0\/lines\/0 1693–1693/u)
  expect(output).toMatch(/citations 0 unchanged, 0 moved, [1-9]\d* reworded, 0 gone/u)
})

test('an unknown vendor is wrong usage', async () => {
  const { code, output } = await run('--vendor', 'awz')
  expect(code).toBe(64)
  expect(output).toContain('did you mean aws?')
})

test('a document that is the known one and can not be read is a fault of ours', async () => {
  const text = 'An essay\nabout trees\n'
  writeFileSync(join(folder, 'documents', document), text)
  const sources = join(folder, 'vendors/aws/sources.json')
  const hash = createHash('sha256').update(text).digest('hex')
  writeFileSync(
    sources,
    readFileSync(sources, 'utf8').replace(/"sha256": "634c7354[0-9a-f]*"/u, `"sha256": "${hash}"`),
  )
  const { code, output } = await run()
  expect(code).toBe(3)
  expect(output).toContain('NOT_DERIVED')
})

const real = process.env['ORGPROOF_DOCUMENTS']

if (real !== undefined) {
  const place = (change: (text: string) => string): void => {
    const text = readFileSync(join(real, document), 'utf8')
    writeFileSync(join(folder, 'documents', document), change(text))
  }

  test('the real document writes the committed file again, byte for byte', async () => {
    place((text) => text)
    const before = readFileSync(join(folder, openapi), 'utf8')
    rmSync(join(folder, openapi))
    const { code, output } = await run()
    expect([code, output]).toEqual([0, expect.stringContaining(`${openapi}: written`)])
    expect(readFileSync(join(folder, openapi), 'utf8')).toBe(before)
    expect((await run('--check')).code).toBe(0)
  })

  test('a golden exchange that differs is drift, and is written again byte for byte', async () => {
    place((text) => text)
    const path = join(folder, 'fixtures/contracts/aws/MoveAccount.json')
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, before.replace('333333333333', '444444444444'))
    const checked = await run('--check')
    expect([checked.code, checked.output]).toEqual([
      1,
      expect.stringContaining('aws/MoveAccount.json: differs from what is derived'),
    ])
    expect(checked.output).toContain('38 files, 37 as derived')
    const { code, output } = await run()
    expect([code, output]).toEqual([0, expect.stringContaining('aws/MoveAccount.json: written')])
    expect(readFileSync(path, 'utf8')).toBe(before)
  })

  test('a published contract that differs is drift, and is written again byte for byte', async () => {
    place((text) => text)
    const path = join(folder, 'fixtures/openapi/aws.json')
    expect((await run()).output).toContain(`${path}: written`)
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, before.replace('"Tag"', '"Tagg"'))
    const checked = await run('--check')
    expect([checked.code, checked.output]).toEqual([
      1,
      expect.stringContaining(`${path}: differs from what is derived`),
    ])
    expect((await run()).code).toBe(0)
    expect(readFileSync(path, 'utf8')).toBe(before)
  })

  test('a golden exchange that nothing is derived for is drift, and is not deleted', async () => {
    place((text) => text)
    const path = join(folder, 'fixtures/contracts/aws/BendSpoons.json')
    writeFileSync(path, '{}\n')
    const { code, output } = await run()
    expect(code).toBe(1)
    expect(output).toContain('aws/BendSpoons.json: derived no more, delete it')
    expect(readFileSync(path, 'utf8')).toBe('{}\n')
  })

  test('an example that can not be read stops everything', async () => {
    place((text) =>
      text.replace("moveAccount([ 'AccountId' => '3", "moveAccount([ 1 'AccountId' => '3"),
    )
    const { code, output } = await run('--check')
    expect(code).toBe(64)
    expect(output).toMatch(/problem: 004_\w+\.txt:7157: expected an example/u)
  })

  test('an edition with another line in front is drift: every citation has moved', async () => {
    place((text) => text.replace('\n', '\n- another line\n'))
    const { code, output } = await run('--check')
    expect(code).toBe(1)
    expect(output).toMatch(/citations 0 unchanged, [1-9]\d* moved, 0 reworded, 0 gone/u)
  })

  test('another edition is not written before sources.json adopts it', async () => {
    place((text) => text.replace('\n', '\n- another line\n'))
    const before = readFileSync(join(folder, openapi), 'utf8')
    const { code, output } = await run()
    expect(code).toBe(64)
    expect(output).toContain('change sources.json to adopt this edition')
    expect(readFileSync(join(folder, openapi), 'utf8')).toBe(before)
  })
}
