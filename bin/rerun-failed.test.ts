import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, expect, test } from 'vitest'

import { unitDepthUnlimited } from '../endpoint/faults/unit-depth-unlimited.ts'
import { uncertifiable } from '../reports/certificate/certifiable.ts'
import { baselineOf } from '../reports/results/baseline.ts'
import { resultsOf, type ResultsFile } from '../reports/results/results-file.ts'
import schema from '../specs/schemas/results.schema.json' with { type: 'json' }
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { enter } from './testing/enter.ts'
import { serveAnybody, type Otherwise } from './testing/given-organization.ts'

// What failed is asked again, by itself: once the endpoint is mended, that is what somebody wants to know.

const vendor = await loadVendor('aws')
const asked = ['--only', 'scenario/unit-nesting-limit/*', '--only', 'scenario/unit-rename/*']
const nested = 'scenario/unit-nesting-limit'

const begun: (() => unknown)[] = []
afterAll(async () => {
  for (const end of begun) await end()
})

interface Place {
  readonly folder: string
  readonly target: string
}

/** A target file of an embedded endpoint where any account may call, and a folder for what runs write. */
async function place(otherwise: Otherwise = {}, name = 'mine'): Promise<Place> {
  const server = await serveAnybody(vendor, otherwise)
  begun.push(server.close)
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-rerun-'))
  begun.push(() => rmSync(folder, { recursive: true, force: true }))
  const target = join(folder, 'target.json')
  const { limits = {} } = vendor.referenceEndpoint
  const { url, accounts } = server
  const own = { name, vendor: 'aws', endpoint: url.origin, consistency: 'immediate' }
  writeFileSync(target, JSON.stringify({ ...own, accounts, limits }))
  return { folder, target }
}

const run = ({ target, folder }: Place, out: string, words: readonly string[]) =>
  enter(['run', '--target', target, '--out', join(folder, out), ...words])

const resultsIn = (folder: string, out: string): ResultsFile =>
  JSON.parse(readFileSync(join(folder, out, 'results.json'), 'utf8')) as ResultsFile

const faulty = await (async () => {
  const made = await place({ fault: unitDepthUnlimited })
  const { code } = await run(made, 'first', asked)
  const kept = readFileSync(join(made.folder, 'first', 'results.json'))
  return { code, kept }
})()

/** Another endpoint of the same name, beside the results of the faulty one. */
async function mended(otherwise: Otherwise = {}, name = 'mine') {
  const made = await place(otherwise, name)
  const results = join(made.folder, 'earlier.json')
  writeFileSync(results, faulty.kept)
  return { ...made, results }
}

test('what failed alone is asked again, and the results say that they are a part', async () => {
  expect(faulty.code).toBe(1)
  const again = await mended()
  const { code } = await run(again, 'again', ['--rerun-failed', again.results])
  expect(code).toBe(0)
  const file = resultsIn(again.folder, 'again')
  expect(new Set(file.checks.map((check) => check.case))).toEqual(new Set([nested]))
  expect(file.run.selection).toEqual({ only: [], axes: [], cases: { mine: [nested] } })
  expect(file.run.complete).toBe(true)
  const validate = new Ajv2020({ strict: false }).compile(schema)
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
  const results = resultsOf(file)
  expect(uncertifiable(results)).toEqual([
    'the run asked an earlier one again in part (--rerun-failed)',
  ])
  expect(() => baselineOf(results)).toThrow('needs a whole one')
  const once = await run(again, 'once-more', [
    '--rerun-failed',
    join(again.folder, 'again/results.json'),
  ])
  expect(once).toMatchObject({ code: 0, stderr: '' })
  expect(once.stdout).toContain('nothing to ask again')
  expect(existsSync(join(again.folder, 'once-more'))).toBe(false)
})

test('what is selected besides is asked only where both name it', async () => {
  const again = await mended({ fault: unitDepthUnlimited })
  const words = ['--rerun-failed', again.results, '--only']
  expect(await run(again, 'none', [...words, 'scenario/unit-rename/*'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('nothing that is selected failed') as string,
  })
  const one = await run(again, 'one', [...words, '*/one-deeper-is-refused'])
  expect(one.code).toBe(1)
  expect(resultsIn(again.folder, 'one').checks.map(({ id }) => id)).toEqual([
    `${nested}/one-deeper-is-refused`,
  ])
})

test('results of another target, or of another vendor, are refused before anything is asked', async () => {
  const other = await mended({}, 'another')
  const words = ['--rerun-failed', other.results]
  const said = await run(other, 'out', words)
  expect(said).toMatchObject({ code: 64, stdout: '' })
  expect(said.stderr).toContain('RESULTS_OF_ANOTHER_TARGET')
  const foreign = await enter([
    'run',
    '--vendor',
    'huawei',
    '--out',
    join(other.folder, 'x'),
    ...words,
  ])
  expect(foreign.stderr).toContain('RESULTS_OF_ANOTHER_TARGET')
  expect(existsSync(join(other.folder, 'out'))).toBe(false)
})

test('a part of a run is held against no baseline, and cases that nobody knows are told', async () => {
  const again = await mended()
  const baseline = join(again.folder, 'baseline.json')
  await enter(['baseline', 'init', again.results, '-o', baseline])
  const gated = await run(again, 'out', ['--rerun-failed', again.results, '--baseline', baseline])
  expect(gated.code).toBe(64)
  expect(gated.stderr).toContain('NOT_COMPARABLE')
  writeFileSync(again.results, faulty.kept.toString().replaceAll(nested, 'scenario/of-old'))
  const unknown = await run(again, 'out', ['--rerun-failed', again.results])
  expect(unknown.code).toBe(64)
  expect(unknown.stderr).toContain('NOTHING_MATCHES')
})

test('by a variable it is the same, and every mistake is told at once', async () => {
  const { target } = await mended()
  const env = { ORGPROOF_RERUN_FAILED: 'nowhere.json', ORGPROOF_SEED: 'x' }
  const { code, stderr } = await enter(['run', '--target', target], env)
  expect(code).toBe(64)
  expect(stderr).toContain('nowhere.json ')
  expect(stderr).toContain('ORGPROOF_SEED')
})
