import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { writeKey } from './testing/certificates.ts'
import { program } from './testing/program.ts'

// A whole run, certified and verified by the program as users get it: of the API that has the fewest checks.

const folder = mkdtempSync(join(tmpdir(), 'orgproof-certificate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = (...names: readonly string[]): string => join(folder, ...names)

const orgproof = (
  ...words: readonly string[]
): Promise<{ code: number; out: string; error: string }> =>
  new Promise((resolve) => {
    const own = Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|NODE_ENV|TEST$)/u.test(name),
    )
    const env = { ...Object.fromEntries(own), NO_COLOR: '1' }
    execFile(process.execPath, [program, ...words], { env }, (failure, out, error) => {
      resolve({ code: Number(failure?.code ?? 0), out, error })
    })
  })

test('a run of the embedded endpoint is certified, repeated, and verified', async () => {
  const { privatePath, publicPath } = writeKey(folder, 'key')
  for (const out of ['one', 'two']) {
    const { code, error } = await orgproof('run', '--vendor', 'codearts', '--out', path(out))
    expect(code, error).toBe(0)
  }
  const results = path('one', 'results.json')
  const signed = ['--key', privatePath, '--out', path('certificate.json')]
  const repeat = path('two', 'results.json')
  const certified = await orgproof('certify', results, '--repeat', repeat, ...signed)
  expect(certified).toMatchObject({ code: 0, error: '' })
  const given = ['verify', path('certificate.json'), '--key', publicPath, '--results']
  expect(await orgproof(...given, results)).toMatchObject({ code: 0, error: '' })
  expect(await orgproof(...given, repeat)).toMatchObject({
    code: 1,
    error: '',
  })
  const some = ['--vendor', 'codearts', '--axis', 'protocol', '--out', path('part')]
  const part = await orgproof('run', ...some)
  expect(part.code, part.error).toBe(0)
  const refused = await orgproof('certify', path('part', 'results.json'), ...signed)
  expect(refused.code).toBe(64)
  expect(refused.error).toMatch(
    /^orgproof: the run asked only on some axes.*\[RESULTS_UNCERTIFIABLE\]$/mu,
  )
})
