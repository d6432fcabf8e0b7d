import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

import { afterAll, expect, test } from 'vitest'

import { checkLine, exchangeLine, headerLine } from '../../reports/results/events.ts'
import {
  exchanged,
  gathered,
  inventedResults,
  judged,
} from '../../reports/results/invented-results.ts'
import { resultsText } from '../../reports/results/results-file.ts'
import { resultsIn } from './read-evidence.ts'
import { evidenceName, writeEvidence } from './write-evidence.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function folderOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-evidence-'))
  folders.push(folder)
  return folder
}

const results = inventedResults()
const cited = (id: number) => ({ ...exchanged(id), target: 'invented' })

/** What a run left: a pass that rests on two exchanges, and findings. */
function ran(): string {
  const out = folderOf()
  const { suite, run } = gathered
  writeFileSync(join(out, 'results.json'), resultsText(results))
  const passes = ['one/passes', 'one/passes/too'].map((id) => judged(`scenario/${id}`))
  const lines = [
    headerLine({ ...run, suite, targets: [] }),
    exchangeLine(cited(7)),
    exchangeLine(cited(9)),
    ...passes.map((one, at) =>
      checkLine({ judged: one, exchanges: [], cites: at === 0 ? [7] : [9, 7] }),
    ),
  ]
  writeFileSync(join(out, 'events.ndjson'), lines.join(''))
  writeFileSync(join(out, 'junit.xml'), '<no/>')
  return out
}

async function packed(out: string): Promise<Buffer> {
  expect(await writeEvidence({ out, results })).toBeUndefined()
  return readFileSync(join(out, evidenceName))
}

const told = (out: string, ...words: readonly string[]): string =>
  execFileSync('tar', ['-f', join(out, evidenceName), '-z', ...words], { encoding: 'utf8' })

test('the system reads it: names sorted, no time, no owner, and the files as they are', async () => {
  const out = ran()
  writeFileSync(join(out, 'ledger.ndjson'), '{"a":1}\n')
  writeFileSync(join(out, 'plan.json'), '')
  await packed(out)
  expect(told(out, '-t').trim().split('\n')).toEqual([
    'events.ndjson',
    'exchanges.ndjson',
    'ledger.ndjson',
    'plan.json',
    'results.json',
  ])
  const listed = told(out, '-tv', '--numeric-owner', '--utc').trim().split('\n')
  for (const line of listed) expect(line).toMatch(/^-rw-r--r-- 0\/0 +\d+ 1970-01-01 00:00 /u)
  for (const name of ['events.ndjson', 'results.json', 'ledger.ndjson', 'plan.json']) {
    expect(told(out, '-xO', name)).toBe(readFileSync(join(out, name), 'utf8'))
  }
})

test('each exchange stands there once, numbered as in the results and on, with the checks that cite it', async () => {
  const out = ran()
  await packed(out)
  const lines = told(out, '-xO', 'exchanges.ndjson').trim().split('\n')
  const found = lines.map((line) => JSON.parse(line) as { id: number; checks: string[] })
  expect(found.map(({ id, checks }) => [id, checks])).toEqual([
    [1, ['scenario/one/fails', 'scenario/one/fails/too']],
    [2, ['scenario/one/fails/too']],
    [3, ['scenario/one/passes', 'scenario/one/passes/too']],
    [4, ['scenario/one/passes/too']],
  ])
  expect(found[0]).toMatchObject({ target: 'invented', curl: expect.any(String) as string })
  expect(found[2]).toMatchObject({ target: 'invented', answer: { status: 400 } })
})

test('the same files make the same bytes, whenever and wherever', async () => {
  const [one, other] = [ran(), ran()]
  utimesSync(join(other, 'results.json'), 1, 1)
  const bytes = await packed(one)
  expect((await packed(other)).equals(bytes)).toBe(true)
  // no time, and no system
  expect([...bytes.subarray(4, 8), bytes[9]]).toEqual([0, 0, 0, 0, 255])
  expect(gunzipSync(bytes).length % 512).toBe(0)
})

test('it says whose evidence it is; what is no such archive says nothing', async () => {
  const out = ran()
  const bytes = await packed(out)
  const path = join(out, evidenceName)
  expect(await resultsIn(path)).toBe(
    createHash('sha256').update(resultsText(results)).digest('hex'),
  )
  const tar = gunzipSync(bytes)
  const others = [
    bytes.subarray(0, 300),
    Buffer.from('no archive'),
    gzipSync('no tar'),
    gzipSync(tar.subarray(0, tar.length - 2048)),
    gzipSync(Buffer.alloc(1024)),
    gzipSync(Buffer.concat([tar.subarray(0, 124), Buffer.from('????????'), tar.subarray(132)])),
    Buffer.alloc(0),
  ]
  for (const other of others) {
    writeFileSync(path, other)
    expect(await resultsIn(path)).toBeUndefined()
  }
  await expect(resultsIn(join(out, 'nowhere'))).rejects.toThrow('ENOENT')
})

test('a file that is too large is refused, and no part of an archive is left', async () => {
  const out = ran()
  const size = readFileSync(join(out, 'results.json')).length
  appendFileSync(join(out, 'events.ndjson'), `"${'x'.repeat(size)}"\n`)
  const problem = await writeEvidence({ out, results, most: size })
  expect(problem).toMatchObject({ code: 'EVIDENCE_TOO_LARGE' })
  expect(problem?.message).toContain('events.ndjson would have more')
  expect(() => readFileSync(join(out, evidenceName))).toThrow('ENOENT')
})

test('what can not be written leaves nothing either', async () => {
  const out = ran()
  rmSync(join(out, 'events.ndjson'))
  await expect(writeEvidence({ out, results })).rejects.toThrow('ENOENT')
  expect(() => readFileSync(join(out, evidenceName))).toThrow('ENOENT')
})
