import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { cloudManners } from '../endpoint/cloud/cloud-manner.ts'
import { cloudOf, cloudVendors } from '../endpoint/cloud/cloud.ts'
import { startEndpoint, type Endpoint } from '../endpoint/server.ts'
import { exitCodes } from '../harness/problem.ts'
import type { ResultsFile } from '../reports/results/results-file.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { cloudEnvironment, cloudTarget } from './commands/cloud-files.ts'
import { parseJson } from './files/parse-json.ts'
import { readText } from './files/read-text.ts'
import { program } from './testing/program.ts'
import { startRecordingProxy, type RecordingProxy } from './testing/recording-proxy.ts'

// A target that is off loopback by its name and its proxy, with a recorder on the only way to it: what leaves is counted there.

const elsewhere = 'http://organizations.cloud.example'

describe.each(cloudVendors)('a cloud of %s elsewhere', async (id) => {
  const vendor = await loadVendor(id)
  let [endpoint, proxy, folder]: [Endpoint?, RecordingProxy?, string?] = []

  beforeAll(async () => {
    endpoint = await startEndpoint(vendor, {
      port: 0,
      clock: Date.now,
      random: Math.random,
      variants: cloudOf(vendor, cloudManners.quiet),
    })
    proxy = await startRecordingProxy(vendor, Number(endpoint.url.port))
    folder = mkdtempSync(join(tmpdir(), 'orgproof-elsewhere-'))
    const { endpoint: _, ...target } = JSON.parse(cloudTarget(vendor, endpoint.url, {}))
    const away = { ...target, endpoint: elsewhere, proxy: proxy.url.href }
    writeFileSync(join(folder, 'target.json'), JSON.stringify(away))
  })
  afterAll(async () => {
    await proxy?.close()
    await endpoint?.close()
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  })

  /** Runs some cases that write, and some that read; answers how it ended, and what went through the proxy. */
  const run = async (...words: readonly string[]) => {
    if (proxy === undefined || folder === undefined) throw new Error('nothing was started')
    const since = proxy.requests.length
    const out = join(folder, 'out')
    const only = ['--only', 'scenario/unit-rename/*', '--only', 'law/pages-join-to-the-whole/*']
    const args = ['run', '--target', join(folder, 'target.json'), '--out', out, ...only, ...words]
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...process.env, ...cloudEnvironment(vendor, {}), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [stderr, code] = await Promise.all([
      text(child.stderr),
      new Promise((resolve) => child.on('close', resolve)),
      text(child.stdout),
    ])
    const read = await readText(join(out, 'results.json'), 64 * 1024 * 1024)
    const parsed = 'text' in read ? parseJson(read.text) : read
    const results = 'value' in parsed ? (parsed.value as unknown as ResultsFile) : undefined
    return { code, stderr, results, requests: proxy.requests.slice(since) }
  }

  test('gets nothing at all from a run that may write', async () => {
    const { code, stderr, requests } = await run()
    expect(code, stderr).toBe(exitCodes.refused)
    expect(requests).toEqual([])
  })

  test('gets reads from a run that only reads, and no write', async () => {
    const { code, results, requests, stderr } = await run(
      '--read-only',
      '--only',
      `contract/${id}/List*`,
    )
    expect(code, stderr).not.toBe(exitCodes.refused)
    expect(results?.checks.some(({ verdict }) => verdict === 'pass')).toBe(true)
    expect(requests.length).toBeGreaterThan(5)
    expect(requests.filter(({ writes }) => writes)).toEqual([])
    expect(new Set(requests.map(({ host }) => host))).toEqual(new Set([new URL(elsewhere).host]))
    // but for the knock at the door, which nobody signs
    const signed = requests.filter(({ accessKey }) => accessKey !== undefined)
    expect(signed.length).toBeGreaterThan(5)
    expect(signed.every(({ operation }) => operation !== undefined)).toBe(true)
  })
})
