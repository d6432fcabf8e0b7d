import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { unitDepthUnlimited } from '../endpoint/faults/unit-depth-unlimited.ts'
import type { Envelope } from '../harness/certificate/envelope.ts'
import type { Statement } from '../reports/certificate/certificate.ts'
import type { ResultsFile } from '../reports/results/results-file.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { enterCertify, writeKey } from './testing/certificates.ts'
import { enter } from './testing/enter.ts'
import { seedOrganization } from './testing/given-organization.ts'

// What a verdict rests on goes with it, a pass as well as a failure: whoever gets it need not ask again.

const folder = mkdtempSync(join(tmpdir(), 'orgproof-evidence-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const vendor = await loadVendor('aws')
const secret = 'planted-secret-6b21f0a9d4'

const read = (out: string, name: string): string =>
  execFileSync('tar', ['-xzOf', join(out, 'evidence.tar.gz'), name], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
  })

test('a run in a given organization packs its ledger, and no exchange shows a secret', async () => {
  const organization = await seedOrganization(
    {
      ...vendor,
      referenceEndpoint: { ...vendor.referenceEndpoint, secret },
    },
    { fault: unitDepthUnlimited },
  )
  const out = join(folder, 'given')
  const target = join(folder, 'target.json')
  const { limits = {} } = vendor.referenceEndpoint
  const { url, accounts } = organization
  const own = { name: 'given', vendor: 'aws', endpoint: url.origin, consistency: 'immediate' }
  writeFileSync(target, JSON.stringify({ ...own, accounts, limits }))
  const only = ['scenario/unit-nesting-limit/*', 'contract/aws/ListRoots/*'].flatMap((glob) => [
    '--only',
    glob,
  ])
  const { code } = await enter(['run', '--target', target, '--out', out, ...only, '--evidence'])
  await organization.close()
  expect(code).toBe(1)
  const results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as ResultsFile
  for (const name of ['results.json', 'events.ndjson', 'ledger.ndjson']) {
    expect(read(out, name)).toBe(readFileSync(join(out, name), 'utf8'))
  }
  const exchanges = read(out, 'exchanges.ndjson').trim().split('\n')
  const citing = exchanges.flatMap((line) => (JSON.parse(line) as { checks: string[] }).checks)
  const passed = results.checks.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id)
  const unshown = passed.filter((id) => !citing.includes(id))
  // what watches all answers rests on all of them
  expect(unshown.filter((id) => !/\/answers?[-/]/u.test(id))).toEqual([])
  expect(passed.length).toBeGreaterThan(20)
  expect(execFileSync('gzip', ['-dc', join(out, 'evidence.tar.gz')]).includes(secret)).toBe(false)
  expect(exchanges.join('')).toContain('«redacted»')
})

test('certify binds the archive beside the results, says so, and refuses one of another run', async () => {
  const out = join(folder, 'codearts')
  const words = ['run', '--vendor', 'codearts', '--out', out]
  expect((await enter([...words, '--evidence'])).code).toBe(0)
  const { privatePath } = writeKey(folder, 'key')
  const certificate = join(folder, 'certificate.json')
  const certify = [join(out, 'results.json'), '--key', privatePath, '--out', certificate]
  const archive = join(out, 'evidence.tar.gz')
  const sha256 = createHash('sha256').update(readFileSync(archive)).digest('hex')
  const certified = await enterCertify(certify, { now: Date.now() })
  expect(certified.out).toContain(`with the evidence beside the results: ${archive}`)
  const { payload } = JSON.parse(readFileSync(certificate, 'utf8')) as Envelope
  const statement = JSON.parse(Buffer.from(payload, 'base64').toString()) as Statement
  expect(statement.subject).toContainEqual({ name: 'evidence.tar.gz', digest: { sha256 } })
  const kept = join(folder, 'kept.tar.gz')
  renameSync(archive, kept)
  expect((await enter(words)).code).toBe(0)
  // a run without evidence leaves none of an earlier one
  expect(existsSync(archive)).toBe(false)
  expect((await enterCertify(certify, { now: Date.now() })).out).not.toContain('with the evidence')
  renameSync(kept, archive)
  const refused = await enterCertify(certify, { now: Date.now() })
  expect(refused.code).toBe(64)
  expect(refused.error).toContain('EVIDENCE_OF_ANOTHER_RUN')
  const named = await enterCertify([...certify, '--evidence', archive], { now: Date.now() })
  expect(named).toMatchObject({ code: 0, error: '' })
  expect(named.out).not.toContain('beside the results')
})
