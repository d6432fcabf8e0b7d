import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import type { ResultsFile } from '../reports/results/results-file.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { actorOf } from '../suites/actors/actor.ts'
import { listAll } from '../suites/actors/list-all.ts'
import { openClient } from '../suites/client/client.ts'
import { openConnection } from '../suites/client/connection.ts'
import { sleep } from '../suites/client/stop.ts'
import { openTranscript } from '../suites/client/transcript.ts'
import { given } from '../suites/verdict/outcome.ts'
import { anybodyAt, seedOrganization } from './testing/given-organization.ts'
import type { Writable } from './testing/stop-cases.ts'
import { spawnStruck, strikeRunIn } from './testing/stop-trial.ts'

/** A run is stopped while it waits for a human, and goes on in a process of its own when they have answered. */

const looks: Readonly<Record<Writable, string>> = {
  aws: 'DescribeHandshake',
  huawei: '/v1/organizations/handshakes/',
  tencent: 'ListOrganizationInvitations',
}

/** Of each vendor a case that needs a human, and how it decides: who answers by hand can not be asked where they are. */
const asked = [
  { vendorId: 'aws', glob: 'scenario/delegate-stays/*', code: 0, found: ['pass'] },
  { vendorId: 'huawei', glob: 'scenario/delegate-stays/*', code: 0, found: ['pass'] },
  {
    vendorId: 'tencent',
    glob: 'scenario/member-removal/*',
    code: 2,
    found: ['pass', 'untestable'],
  },
] as const

test.each(asked)(
  'a run that is stopped while it waits: $vendorId',
  async ({ vendorId, glob, code, found }) => {
    const vendor = await loadVendor(vendorId)
    let looked = 0
    const organization = await seedOrganization(vendor, {
      behave: (answer) => (message) => {
        if (JSON.stringify(message).includes(looks[vendorId])) looked += 1
        return answer(message)
      },
    })
    const connection = openConnection(organization.url)
    const folder = mkdtempSync(join(tmpdir(), 'orgproof-manual-'))
    onTestFinished(async () => {
      await connection.close()
      await organization.close()
      rmSync(folder, { recursive: true, force: true })
    })
    const target = anybodyAt(vendor, organization.url)
    const clock = { now: Date.now, pause: sleep }
    const client = openClient({
      vendor,
      target,
      connection,
      transcript: openTranscript(),
      ...clock,
    })
    const id = vendor.mintAccount(99_999n)
    const { secret } = vendor.referenceEndpoint
    const human = actorOf(
      client,
      { account: id, credentials: { accessKey: id, secret } },
      { heard: () => {}, around: (_, perform) => perform() },
    )
    const { management, member } = organization.accounts
    const accounts = {
      mode: 'fixed',
      management,
      ...(member && { member }),
      invitee: { account: id, manual: true },
    } as const
    const before = await organization.portrait()
    const only = [glob]
    const strike = { when: () => looked > (vendorId === 'tencent' ? 12 : 4) }
    looked = 0
    const run = await strikeRunIn(folder, {
      vendor,
      organization: { ...organization, accounts },
      only,
      signals: ['SIGINT'],
      strike,
    })
    expect([run.end, run.struck]).toEqual([130, true])
    expect(run.stdout).toContain('waiting: ')
    organization.listen(() => {})
    const sent = given(await listAll(organization.owner, 'listSentInvitations', {}))
    const [open, ...others] = sent.filter(({ state }) => state === 'open')
    const invitation = open?.id ?? ''
    expect(others).toEqual([])
    given(await human.acceptInvitation({ invitation }))
    const out = join(folder, 'out')
    const words = ['run', '--target', join(folder, 'target.json'), '--resume', out]
    const ended = await spawnStruck(words, {
      organization,
      signals: [],
      strike: { when: () => false },
    })
    expect([ended.end, ended.stderr]).toEqual([code, expect.not.stringContaining('orgproof:')])
    const text = readFileSync(join(out, 'results.json'), 'utf8')
    const results = JSON.parse(text) as ResultsFile
    expect(new Set(results.checks.map(({ verdict }) => verdict))).toEqual(new Set(found))
    expect(results.targets.map(({ left }) => left)).toEqual([[]])
    organization.listen(() => {})
    expect(await organization.portrait()).toEqual(before)
  },
)
