import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import type { OpenApiDocument } from '../specs/contract/openapi-document.ts'
import { validateOpenApi } from '../specs/derive/validate-openapi.ts'
import { knownVendors } from '../specs/vendors/load-vendor.ts'
import { contractFiles } from './documents/contract-file.ts'
import { top } from './scripts/run-tool.ts'

// The contracts in fixtures/openapi/: of today, and in the standard's own terms. What other tools make of them is asked
// in contracts.peer.test.ts.

const files = contractFiles(join(top, 'specs'), join(top, 'fixtures'))
const documentOf = (path: string): OpenApiDocument =>
  JSON.parse(readFileSync(path, 'utf8')) as OpenApiDocument

test('there is one contract for each vendor', () => {
  const expected = knownVendors.map((vendor) => join(top, 'fixtures/openapi', `${vendor}.json`))
  expect(files.map(({ path }) => path).toSorted()).toEqual(expected.toSorted())
})

test.each(files)('$path is made of what stands in the specs', ({ identical }) => {
  expect(identical, 'run `npm run refresh openapi` and review the difference').toBe(true)
})

test.each(files)('$path is valid OpenAPI, and its schemas compile', async ({ path }) => {
  expect(await validateOpenApi(documentOf(path))).toEqual([])
})

test.each(files)('$path has no keyword of ours that changes what another means', ({ path }) => {
  expect(readFileSync(path, 'utf8')).not.toMatch(/"x-soft|"nullable"/u)
})

test.each(files)('$path refers to nothing outside itself', ({ path }) => {
  const references = [...readFileSync(path, 'utf8').matchAll(/"\$ref": "([^"]*)"/gu)]
  expect(references.length).toBeGreaterThan(0)
  expect(references.filter(([, to = '']) => !to.startsWith('#/'))).toEqual([])
})

/** Constructs of regular expressions that one of ECMA-262, RE2 and Python has not. */
const dialectal = /\\[pPkuc]|\(\?(?!:)/u

test.each(files)('patterns of $path can be read in every language', ({ path }) => {
  const patterns: string[] = []
  JSON.stringify(documentOf(path), (key, value: unknown) => {
    if (key === 'pattern' && typeof value === 'string') patterns.push(value)
    return key === 'x-should' ? undefined : value
  })
  expect(patterns.filter((pattern) => dialectal.test(pattern))).toEqual([])
})

test('redocly has nothing against any of them', async () => {
  const cli = dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json'))
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  // problems go to the standard output, files and totals to the other
  const words = ['lint', '--format=stylish', ...files.map(({ path }) => path)]
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(cli, 'bin', 'cli.js'), ...words],
    { cwd: top, env },
  )
  expect(stdout.trim()).toBe('')
})
