import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { parseLedger } from '../harness/ledger/parse-ledger.ts'
import type { ResultsFile } from '../reports/results/results-file.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { actorOf, type Actor } from '../suites/actors/actor.ts'
import { listAll } from '../suites/actors/list-all.ts'
import { openClient } from '../suites/client/client.ts'
import { openConnection, type Connection } from '../suites/client/connection.ts'
import { sleep } from '../suites/client/stop.ts'
import { openTranscript } from '../suites/client/transcript.ts'
import { given } from '../suites/verdict/outcome.ts'
import { readLedger } from './files/read-ledger.ts'
import { enter } from './testing/enter.ts'
import {
  anybodyAt,
  seedOrganization,
  type SeededOrganization,
} from './testing/given-organization.ts'

/** An invitee who answers by hand, and not before the run has ended: it goes on when they have. */

const vendor = await loadVendor('aws')
const id = vendor.mintAccount(99_999n)
let organization: SeededOrganization
let connection: Connection
let human: Actor
let folder: string
let before: object

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orgproof-manual-'))
  organization = await seedOrganization(vendor)
  connection = openConnection(organization.url)
  const target = anybodyAt(vendor, organization.url)
  const times = { now: Date.now, pause: sleep }
  const client = openClient({ vendor, target, connection, transcript: openTranscript(), ...times })
  const { secret } = vendor.referenceEndpoint
  human = actorOf(
    client,
    { account: id, credentials: { accessKey: id, secret } },
    { heard: () => {}, around: (_, perform) => perform() },
  )
  const { management, member } = organization.accounts
  writeFileSync(
    targetFile(),
    JSON.stringify({
      name: 'given',
      vendor: 'aws',
      endpoint: organization.url.origin,
      consistency: 'immediate',
      patience: { creation: 1, listing: 0 },
      accounts: { mode: 'fixed', management, member, invitee: { account: id, manual: true } },
    }),
  )
  before = await organization.portrait()
})
afterEach(async () => {
  await connection.close()
  await organization.close()
  rmSync(folder, { recursive: true, force: true })
})

const targetFile = (): string => join(folder, 'target.json')
const out = (): string => join(folder, 'out')
const ledgerPath = (): string => join(out(), 'ledger.ndjson')
const resultsIn = (): ResultsFile =>
  JSON.parse(readFileSync(join(out(), 'results.json'), 'utf8')) as ResultsFile
const verdicts = (): readonly string[] =>
  resultsIn().checks.map(({ id: check, verdict, code = '' }) => `${verdict} ${code} ${check}`)
const openInvitations = async (): Promise<readonly string[]> =>
  given(await listAll(organization.owner, 'listSentInvitations', {}))
    .filter(({ state }) => state === 'open')
    .map((one) => one.id)
const invitationsOf = async (account: string): Promise<number> =>
  given(await listAll(organization.owner, 'listSentInvitations', {})).filter(({ parties = [] }) =>
    parties.some((one) => one.id === account),
  ).length
const members = async (): Promise<readonly string[]> =>
  given(await listAll(organization.owner, 'listAccounts', {})).map((one) => one.id)

const begin = (only: string, ...more: readonly string[]) =>
  enter(['run', '--target', targetFile(), '--out', out(), '--seed', '1', '--only', only, ...more])
const goOn = () => enter(['run', '--target', targetFile(), '--resume', out()])
const sweep = () => enter(['sweep', ledgerPath(), '--target', targetFile()])

/** Runs until nobody waits any longer; answers the invitation that stays. */
async function waited(only = 'scenario/delegate-stays/*'): Promise<string> {
  const { code, stdout, stderr } = await begin(only)
  expect([code, stderr]).toEqual([2, expect.stringContaining('do by hand')])
  const [invitation = '', ...others] = await openInvitations()
  expect(others).toEqual([])
  expect(stdout).toMatch(
    new RegExp(`waiting: InviteAccountToOrganization by \\d+: ${invitation} .*--resume DIR`, 'u'),
  )
  expect(stdout).not.toContain('left behind')
  return invitation
}

const nothingLeft = async (): Promise<void> => {
  expect(await organization.portrait()).toEqual(before)
  const ledger = await readLedger(ledgerPath())
  const problems = await sweep()
  expect([ledger, problems.code]).toEqual([
    expect.objectContaining({ content: expect.anything() }),
    0,
  ])
}

/** The cases of which a check says that a human is waited for. */
const waiting = (): ReadonlySet<string> =>
  new Set(
    resultsIn().checks.flatMap(({ case: one, reason = '' }) =>
      reason.startsWith('a human is waited for') ? [one] : [],
    ),
  )

describe('a run that waits for a human', () => {
  test('ends with its invitation open, and nothing else; its checks say what is waited for', async () => {
    const invitation = await waited()
    expect(await organization.portrait()).toMatchObject({
      ...before,
      open: [expect.objectContaining({ id: invitation })],
    })
    const { checks, targets } = resultsIn()
    const open = checks.filter(({ verdict }) => verdict !== 'pass')
    expect(new Set(open.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']))
    for (const { reason } of open) {
      expect(reason).toContain(`account ${id} has yet to answer the invitation ${invitation}`)
      expect(reason).toContain('orgproof run --resume DIR')
    }
    expect(targets.map(({ left }) => left)).toEqual([[expect.stringContaining(invitation)]])
    const shown = await enter(['ledger', 'show', ledgerPath()])
    expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining(`waiting: `)])
    expect(shown.stdout).toContain('--resume DIR')
    const another = await begin('scenario/unit-rename/*')
    expect([another.code, another.stderr]).toEqual([4, expect.stringContaining('--resume')])
    expect(another.stderr).toContain('orgproof sweep')
  })

  test('goes on when the human has accepted, without a second invitation', async () => {
    const invitation = await waited()
    const count = await invitationsOf(id)
    given(await human.acceptInvitation({ invitation }))
    const { code, stdout } = await goOn()
    expect(verdicts().filter((one) => !one.startsWith('pass'))).toEqual([])
    expect([code, stdout]).toEqual([0, expect.not.stringContaining('waiting:')])
    expect(resultsIn().targets.map(({ left }) => left)).toEqual([[]])
    expect(await invitationsOf(id)).toBe(count)
    await nothingLeft()
  })

  test('waits again as often as it goes on without an answer, also by a ledger that was cut', async () => {
    const invitation = await waited()
    writeFileSync(ledgerPath(), `${readFileSync(ledgerPath(), 'utf8')}{"run":"cut`)
    expect((await goOn()).code).toBe(2)
    expect(await openInvitations()).toEqual([invitation])
    given(await human.acceptInvitation({ invitation }))
    expect((await goOn()).code).toBe(0)
    await nothingLeft()
  })

  test('tells that the human has declined, and finds nothing wrong with the endpoint', async () => {
    const invitation = await waited()
    given(await human.declineInvitation({ invitation }))
    const { code } = await goOn()
    expect(code).toBe(2)
    const open = verdicts().filter((one) => !one.startsWith('pass'))
    expect(open.every((one) => one.startsWith('untestable NO_PRINCIPAL'))).toBe(true)
    expect(
      resultsIn()
        .checks.map(({ reason }) => reason)
        .join(),
    ).toContain('is declined')
    await nothingLeft()
    // it has come to its end
    expect((await goOn()).stdout).toContain('nothing to resume')
  })

  test('sends another invitation where somebody has cancelled the first', async () => {
    const first = await waited()
    given(await organization.owner.cancelInvitation({ invitation: first }))
    expect((await goOn()).code).toBe(2)
    const [second] = await openInvitations()
    expect(second).not.toBe(first)
    given(await human.acceptInvitation({ invitation: second ?? '' }))
    expect((await goOn()).code).toBe(0)
    await nothingLeft()
  })

  test.each(['open', 'accepted', 'declined'])(
    'is swept while its invitation is %s',
    async (state) => {
      const invitation = await waited()
      if (state === 'accepted') given(await human.acceptInvitation({ invitation }))
      if (state === 'declined') given(await human.declineInvitation({ invitation }))
      expect((await sweep()).code).toBe(0)
      expect(await members()).not.toContain(id)
      await nothingLeft()
      expect(parseLedger(readFileSync(ledgerPath(), 'utf8'))?.cut).toBeUndefined()
    },
  )

  test('keeps its invitation when its time is over, and hides whose it is where it is to', async () => {
    const text = readFileSync(targetFile(), 'utf8').replace('"creation":1', '"creation":600')
    writeFileSync(targetFile(), text)
    const options = ['--run-limit', '3', '--pseudonymise']
    const { code, stdout } = await begin('scenario/delegate-stays/*', ...options)
    expect([code, stdout]).toEqual([2, expect.stringContaining('waiting: ')])
    const [invitation = ''] = await openInvitations()
    const [reasons, events] = [
      JSON.stringify(resultsIn()),
      readFileSync(join(out(), 'events.ndjson'), 'utf8'),
    ]
    expect(reasons).toContain(`has yet to answer the invitation ${invitation}`)
    expect([reasons, events, stdout].join()).not.toContain(id)
    given(await human.acceptInvitation({ invitation }))
    expect((await goOn()).code).toBe(0)
    expect(JSON.stringify(resultsIn())).not.toContain(id)
    await nothingLeft()
  })

  test('begins anew where it was killed while it went on: nobody knows what it saw by then', async () => {
    const first = await waited()
    const text = readFileSync(ledgerPath(), 'utf8')
    const { run } = JSON.parse(text.split('\n')[0] ?? '') as { readonly run: string }
    const number = (parseLedger(text)?.writes.size ?? 0) + 1
    const looking = { verb: 'acceptInvitation', operation: 'AcceptHandshake', account: id }
    const intent = { run, step: 'intent', number, ...looking, args: { invitation: first } }
    writeFileSync(ledgerPath(), `${text}${JSON.stringify(intent)}\n`)
    given(await human.acceptInvitation({ invitation: first }))
    expect((await goOn()).code).toBe(2)
    expect(await members()).not.toContain(id)
    const [second = ''] = await openInvitations()
    expect(second).not.toBe(first)
    given(await human.acceptInvitation({ invitation: second }))
    expect((await goOn()).code).toBe(0)
    await nothingLeft()
  })

  test('keeps nothing where the case would see another world when it is played again', async () => {
    const { code, stdout } = await begin('scenario/accept-twice/*')
    expect([code, stdout]).toEqual([2, expect.not.stringContaining('waiting: ')])
    expect(await openInvitations()).toEqual([])
    await nothingLeft()
  })

  test('begins anew behind a sweep', async () => {
    const first = await waited()
    expect((await sweep()).code).toBe(0)
    expect((await goOn()).code).toBe(2)
    const [second] = await openInvitations()
    expect(second).not.toBe(first)
    expect((await sweep()).code).toBe(0)
    await nothingLeft()
  })

  test('keeps other cases from the account, and each of them waits in its turn', async () => {
    const invitation = await waited('scenario/delegate-*')
    expect(waiting()).toEqual(new Set(['scenario/delegate-leaves', 'scenario/delegate-stays']))
    given(await human.acceptInvitation({ invitation }))
    expect((await goOn()).code).toBe(2)
    expect(waiting()).toEqual(new Set(['scenario/delegate-stays']))
    const [next = ''] = await openInvitations()
    given(await human.acceptInvitation({ invitation: next }))
    await goOn()
    expect(waiting()).toEqual(new Set())
    expect(verdicts().filter((one) => /^(fail|error|warn)/u.test(one))).toEqual([])
    expect((await sweep()).code).toBe(0)
    await nothingLeft()
  })
})
