import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { lengthNotChecked } from '../endpoint/faults/length-not-checked.ts'
import type { CheckResult, Results } from '../reports/results/results.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { readResults } from './files/read-results.ts'
import { enter } from './testing/enter.ts'
import { serveAnybody } from './testing/given-organization.ts'
import { program } from './testing/program.ts'

// Shards of a run against an endpoint that is wrong in one way, and the whole of it beside what they are merged to.

const vendor = await loadVendor('codearts')
const server = await serveAnybody(vendor, { fault: lengthNotChecked })
const folder = mkdtempSync(join(tmpdir(), 'orgproof-merge-'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.close()
})

/** A run of the vendor, or a shard of one; answers where its results are. */
async function runInto(name: string, shard?: string): Promise<string> {
  const out = join(folder, name)
  const target = ['--endpoint', server.url.origin, '--target', 'reference']
  const manner = ['--consistency', 'immediate', '--sequences', '0']
  const words = ['run', '--vendor', vendor.id, ...target, ...manner, '--out', out]
  const all = [program, ...words, ...(shard === undefined ? [] : ['--shard', shard])]
  await promisify(execFile)(process.execPath, all).catch((error: { readonly code?: unknown }) => {
    if (error.code !== 1 && error.code !== 2) throw error
  })
  return join(out, 'results.json')
}

async function resultsIn(path: string): Promise<Results> {
  const read = await readResults(path)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.content
}

/** What watches all that a run asks has watched its shard only: that it is there is all that shards keep of it. */
const watches = (check: CheckResult): boolean => /^(?:endpoint|model|sequence)\//u.test(check.case)

/** What two runs of the same have in common: neither the run itself, nor free text, nor ids and times of exchanges. */
const lasting = ({ run, targets, checks, exchanges, suite }: Results): object => ({
  suite,
  run: { seed: run.seed, selection: run.selection, planned: run.planned, complete: run.complete },
  targets: targets.map(({ name, endpoint, verdict, left }) => ({ name, endpoint, verdict, left })),
  checks: checks.map((check) => {
    const { reason: _reason, received: _received, ...judged } = check
    return watches(check) ? check.id : judged
  }),
  exchanges: exchanges.map(({ id, operation, target, request, answer }) => ({
    id,
    operation,
    target,
    method: request.method,
    status: answer?.status,
  })),
})

let whole: string
beforeAll(async () => {
  whole = await runInto('whole')
})

test.each([2, 3])('%i shards are merged to what the whole run found', async (of) => {
  const parts: string[] = []
  for (let part = 1; part <= of; part += 1) {
    parts.push(await runInto(`${part}-of-${of}`, `${part}/${of}`))
  }
  const out = join(folder, `merged-${of}.json`)
  const { code, stdout, stderr } = await enter(['merge', ...parts.toReversed(), '--out', out])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('reference-codearts is nonconformant\n')
  const [merged, expected] = [await resultsIn(out), await resultsIn(whole)]
  expect(expected.exchanges.length).toBeGreaterThan(0)
  expect(lasting(merged)).toEqual(lasting(expected))
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ schema: 'orgproof/results/2' })
})
