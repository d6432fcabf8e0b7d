import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { unitDepthUnlimited } from '../endpoint/faults/unit-depth-unlimited.ts'
import type { ResultsFile } from '../reports/results/results-file.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { main } from './main.ts'
import { seedOrganization, type SeededOrganization } from './testing/given-organization.ts'

// A run that ends once enough has failed begins nothing more, and leaves nothing in the organization that it was given.

const vendor = await loadVendor('aws')

/** The cases of a given organization come one after the other: the one that fails stands before the others. */
const only = ['scenario/unit-nesting-limit/*', 'scenario/unit-r*', 'scenario/unit-t*']

async function faulty(): Promise<SeededOrganization> {
  const organization = await seedOrganization(vendor, { fault: unitDepthUnlimited })
  onTestFinished(organization.close)
  return organization
}

async function run({ url, accounts }: SeededOrganization, words: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-fail-fast-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const target = join(folder, 'target.json')
  const { limits = {} } = vendor.referenceEndpoint
  const own = { name: 'given', vendor: 'aws', consistency: 'immediate', limits }
  writeFileSync(target, JSON.stringify({ ...own, endpoint: url.origin, accounts }))
  const stdout: string[] = []
  const shell = {
    env: {},
    stdout: { write: (text: string) => stdout.push(text) },
    stderr: { write: () => true },
    exitCode: 0,
  }
  const asked = only.flatMap((glob) => ['--only', glob])
  await main(['run', '--target', target, '--out', folder, ...asked, ...words], shell)
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const results = JSON.parse(read('results.json')) as ResultsFile
  return { code: shell.exitCode, stdout: stdout.join(''), results, events: read('events.ndjson') }
}

test('after the first failure nothing new begins, and what was written is taken back', async () => {
  const organization = await faulty()
  const before = await organization.portrait()
  const { code, stdout, results, events } = await run(organization, ['--fail-fast', '1'])
  expect(code).toBe(1)
  const failed = results.checks.filter(({ verdict }) => verdict === 'fail')
  expect(failed.map((check) => check.case)).toEqual(failed.map(() => 'scenario/unit-nesting-limit'))
  expect(failed).not.toEqual([])
  const open = results.checks.filter((check) => check.case !== 'scenario/unit-nesting-limit')
  expect(open.length).toBeGreaterThan(3)
  for (const { id, verdict, reason } of open) {
    expect([id, verdict, reason]).toEqual([
      id,
      'inconclusive',
      'as many checks had failed as the run was to wait for',
    ])
  }
  expect(results.run).toMatchObject({ complete: false, planned: results.checks.length })
  expect(results.targets).toMatchObject([{ verdict: 'nonconformant', left: [] }])
  expect(events).toContain('"end":"stopped"')
  expect(stdout).toContain('the run did not end by itself')
  expect(await organization.portrait()).toEqual(before)
})

test('with fewer failures than that, everything is asked', async () => {
  const { code, results } = await run(await faulty(), ['--fail-fast', '100'])
  expect(code).toBe(1)
  expect(results.run.complete).toBe(true)
  expect(results.checks.filter(({ verdict }) => verdict === 'inconclusive')).toEqual([])
})
