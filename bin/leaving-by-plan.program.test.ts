import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { cloudAccounts } from '../endpoint/cloud/cloud-accounts.ts'
import { cloudManners } from '../endpoint/cloud/cloud-manner.ts'
import { cloudOf, cloudVendors } from '../endpoint/cloud/cloud.ts'
import { startEndpoint, type Endpoint } from '../endpoint/server.ts'
import type { Plan } from '../harness/plan/plan.ts'
import { exitCodes } from '../harness/problem.ts'
import type { ResultsFile } from '../reports/results/results-file.ts'
import { grouped } from '../reports/text/grouped.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { cloudEnvironment, cloudTarget } from './commands/cloud-files.ts'
import { organizationAt } from './commands/write-cloud.ts'
import { parseJson } from './files/parse-json.ts'
import { readText } from './files/read-text.ts'
import { program } from './testing/program.ts'
import {
  startRecordingProxy,
  type RecordedRequest,
  type RecordingProxy,
} from './testing/recording-proxy.ts'

// A target that is off loopback by its name and its proxy, with a recorder on the only way to it: what leaves is counted there.

/** Who somebody is, is asked by a question that no organization has. */
const isWrite = ({ writes, operation }: RecordedRequest): boolean =>
  writes && operation !== undefined

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
    const organization = await organizationAt(vendor, endpoint.url)
    const target = JSON.parse(cloudTarget(vendor, endpoint.url, organization))
    // everything goes through the proxy, who somebody is as well
    const away = {
      consistency: 'immediate',
      endpoint: elsewhere,
      identityEndpoint: elsewhere,
      proxy: proxy.url.href,
    }
    writeFileSync(join(folder, 'target.json'), JSON.stringify({ ...target, ...away }))
  })
  afterAll(async () => {
    await proxy?.close()
    await endpoint?.close()
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  })

  /** Enters a command about the target; answers how it ended, and what went through the proxy. */
  const enter = async (command: string, ...words: readonly string[]) => {
    if (proxy === undefined || folder === undefined) throw new Error('nothing was started')
    const since = proxy.requests.length
    const args = [command, '--target', join(folder, 'target.json'), ...words]
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...process.env, ...cloudEnvironment(vendor, {}), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [stdout, stderr, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise((resolve) => child.on('close', resolve)),
    ])
    return { code, stdout, stderr, requests: proxy.requests.slice(since) }
  }

  const only = ['--only', 'scenario/unit-rename/*', '--only', 'law/pages-join-to-the-whole/*']
  const outIn = (name: string): string => join(folder ?? '', name)

  /** Runs some cases that write, and some that read. */
  const run = async (...words: readonly string[]) => {
    const out = outIn('out')
    const entered = await enter('run', '--out', out, ...only, ...words)
    const read = await readText(join(out, 'results.json'), 64 * 1024 * 1024)
    const parsed = 'text' in read ? parseJson(read.text) : read
    const results = 'value' in parsed ? (parsed.value as unknown as ResultsFile) : undefined
    return { ...entered, results }
  }

  test('gets nothing at all from a run that may write', async () => {
    const { code, stderr, requests } = await run()
    expect(code, stderr).toBe(exitCodes.refused)
    expect(requests).toEqual([])
  })

  test('gets from a run by a plan no write that the plan has not, and none more often', async () => {
    const words = ['--class', 'heavy', ...only, '--only', 'scenario/invite-accept-leave/*']
    const planned = await enter('plan', ...words, '--out', outIn('plan.json'))
    expect(planned.code, planned.stderr).toBe(0)
    expect(planned.requests.filter(isWrite)).toEqual([])
    const { writes, hash } = JSON.parse(readFileSync(outIn('plan.json'), 'utf8')) as Plan
    expect(planned.stdout.trimEnd().endsWith(`plan ${hash}`)).toBe(true)
    const ran = await enter('run', ...words, '--plan', hash, '--out', outIn('planned'))
    expect(ran.code, ran.stderr).toBe(0)
    const sent = ran.requests.filter(isWrite)
    expect(sent.length).toBeGreaterThan(10)
    const keys = new Map(cloudAccounts(vendor).map(({ role, account }) => [account, role]))
    const counted = grouped(
      sent,
      ({ operation, accessKey = '' }) => `${operation} ${keys.get(accessKey)}`,
    )
    for (const [kind, { length }] of counted) {
      const bounds = writes.filter(({ operation, who }) => `${operation} ${who}` === kind)
      const most = bounds.reduce((sum, bound) => sum + bound.most, 0)
      expect({ kind, inPlan: bounds.length > 0, inBounds: length <= most }).toEqual({
        kind,
        inPlan: true,
        inBounds: true,
      })
    }
  })

  test('gets nothing that may write by a plan of something else', async () => {
    const { code, stderr, requests } = await run('--class', 'heavy', '--plan', 'ab'.repeat(32))
    expect(code).toBe(exitCodes.refused)
    expect(stderr).toContain('PLAN_CHANGED')
    expect(requests.filter(isWrite)).toEqual([])
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
    expect(requests.filter(isWrite)).toEqual([])
    expect(new Set(requests.map(({ host }) => host))).toEqual(new Set([new URL(elsewhere).host]))
    // but for the knock at the door, which nobody signs
    const signed = requests.filter(({ accessKey }) => accessKey !== undefined)
    expect(signed.length).toBeGreaterThan(5)
    expect(signed.every(({ operation }) => operation !== undefined)).toBe(true)
  })
})
