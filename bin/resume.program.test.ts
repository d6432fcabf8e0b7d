import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

import type { ResultsFile } from '../reports/results/results-file.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { seedOrganization, type SeededOrganization } from './testing/given-organization.ts'
import type { Writable } from './testing/stop-cases.ts'
import { spawnStruck, strikeRunIn, type Strike } from './testing/stop-trial.ts'

/** A run in a given organization is ended in the middle, and goes on: it comes to the same, and leaves nothing. */

const strikes: readonly (readonly [Writable, NodeJS.Signals, Strike])[] = [
  ['aws', 'SIGINT', { request: 150 }],
  ['aws', 'SIGKILL', { request: 111 }],
  ['huawei', 'SIGKILL', { request: 140 }],
  ['tencent', 'SIGKILL', { request: 60 }],
]

/** Cases that write units, tags and invitations; few, since each is played in turn. */
const only = [
  'scenario/unit-lifecycle/*',
  'scenario/unit-rename/*',
  'scenario/unit-tags/*',
  'scenario/invite-*',
]

const never: Strike = { when: () => false }

function folderOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-resumed-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What a whole run finds in an organization of the same kind. */
async function wholeRun(id: Writable): Promise<ResultsFile | undefined> {
  const vendor = await loadVendor(id)
  const organization = await seedOrganization(vendor)
  const quiet = { vendor, organization, only, signals: [], strike: never }
  const { results } = await strikeRunIn(folderOf(), quiet)
  await organization.close()
  return results
}

const resumed = async (folder: string, organization: SeededOrganization) => {
  const out = join(folder, 'out')
  const words = ['run', '--target', join(folder, 'target.json'), '--resume', out]
  const ended = await spawnStruck(words, { organization, signals: [], strike: never })
  expect(ended.stderr).not.toContain('orgproof:')
  const read = (name: string): string => readFileSync(join(out, name), 'utf8')
  return {
    ...ended,
    out,
    ledger: read('ledger.ndjson'),
    results: JSON.parse(read('results.json')) as ResultsFile,
  }
}

const verdicts = (results: ResultsFile | undefined): readonly string[] =>
  results?.checks.map(({ id, verdict, code = '' }) => `${id} ${verdict} ${code}`) ?? []

const marksIn = (ledger: string): ReadonlySet<string> =>
  new Set(
    [...ledger.matchAll(/"(?:name|Name)":"[\w-]*?(-[0-9a-z]{5,8}-)/gu)].map(
      ([, mark = '']) => mark,
    ),
  )

describe('a run that was ended in the middle', () => {
  test.each(strikes)('%s by %s at %o', async (id, signal, strike) => {
    const vendor = await loadVendor(id)
    const organization = await seedOrganization(vendor)
    onTestFinished(organization.close)
    const before = await organization.portrait()
    const folder = folderOf()
    const run = await strikeRunIn(folder, { vendor, organization, only, signals: [signal], strike })
    expect(run.struck).toBe(true)
    const cut = readFileSync(join(folder, 'out', 'ledger.ndjson'), 'utf8')
    const { ledger, results, out } = await resumed(folder, organization)
    const whole = await wholeRun(id)
    expect(verdicts(results)).toEqual(verdicts(whole))
    expect(results.run.complete).toBe(true)
    expect(results.targets.map(({ left }) => left)).toEqual([[]])
    organization.listen(() => {})
    expect(await organization.portrait()).toEqual(before)
    // the same ledger goes on, under the same mark
    expect(readdirSync(out).filter((name) => name.startsWith('ledger'))).toEqual(['ledger.ndjson'])
    expect(ledger.startsWith(cut.slice(0, cut.lastIndexOf('\n') + 1))).toBe(true)
    expect(marksIn(ledger).size).toBeLessThan(2)
    const intents = ledger.split('\n').filter((line) => line.includes('"step":"intent"'))
    const numbers = intents.map((line) => (JSON.parse(line) as { number: number }).number)
    expect(numbers).toEqual(numbers.map((_, at) => at + 1))
    expect(numbers.length).toBeGreaterThan(cut.split('"step":"intent"').length - 1)
  })
})
