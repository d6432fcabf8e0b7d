import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { hostiles } from '../endpoint/testing/hostile/all.ts'
import { startHostile } from '../endpoint/testing/hostile/start-hostile.ts'
import type { ResultsFile } from '../reports/results/results-file.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { measureSpawned } from './bad-input/spawned.ts'

// No endpoint can make a run long, large or wrong. On a quiet machine none takes more than two minutes; here only the
// number of requests is held against a bound, and a run that hangs is killed.

const vendor = await loadVendor('aws')
const folder = mkdtempSync(join(tmpdir(), 'orgproof-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const mebibyte = 1024 ** 2

test.each(hostiles)('$name', async (hostile) => {
  const server = await startHostile(vendor, hostile)
  const out = join(folder, String(hostiles.indexOf(hostile)))
  const words = ['run', '--vendor', 'aws', '--endpoint', server.url.origin, '--out', out]
  const { ended, spent } = await measureSpawned({ words }, out)
  await server.close()
  expect(ended.code, `${ended.out}${ended.error}`.slice(-2000)).toBeOneOf(
    hostile.harmless === true ? [0, 1, 2] : [1, 2],
  )
  expect(spent?.peakMegabytes).toBeLessThan(512)
  expect(server.count()).toBeLessThan(40_000)
  const path = join(out, 'results.json')
  expect(existsSync(path)).toBe(true)
  const text = readFileSync(path, 'utf8')
  expect(text.length).toBeLessThan(20 * mebibyte)
  const { checks } = JSON.parse(text) as ResultsFile
  const verdicts = new Set(checks.map(({ verdict }) => verdict))
  expect([...verdicts]).not.toContain('error')
  if (hostile.busy !== true) return
  // what is known before anything is asked says so
  const asked = checks.filter(({ verdict, code }) => verdict !== 'absent' && code !== 'NO_QUOTA')
  expect(new Set(asked.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']))
})
