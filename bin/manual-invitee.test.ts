import { afterEach, beforeEach, expect, test } from 'vitest'

import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { actorOf, type Actor } from '../suites/actors/actor.ts'
import { openClient } from '../suites/client/client.ts'
import { openConnection, type Connection } from '../suites/client/connection.ts'
import { sleep } from '../suites/client/stop.ts'
import type { Principal, Target } from '../suites/client/target.ts'
import { openTranscript } from '../suites/client/transcript.ts'
import { loadScenarios } from '../suites/runner/load-scenarios.ts'
import { selectedBy } from '../suites/runner/selection.ts'
import { openSession } from '../suites/runner/session.ts'
import { given } from '../suites/verdict/outcome.ts'
import type { JudgedCheck } from '../suites/verdict/verdict.ts'
import {
  anybodyAt,
  seedOrganization,
  type SeededOrganization,
} from './testing/given-organization.ts'

/** An invitee of whom no keys are known: a human is told what to do, and waited for. */

const vendor = await loadVendor('aws')
const scenarios = await loadScenarios()
const id = vendor.mintAccount(99_999n)
let organization: SeededOrganization
let connection: Connection
let human: Actor

beforeEach(async () => {
  organization = await seedOrganization(vendor)
  connection = openConnection(organization.url)
  const target = anybodyAt(vendor, organization.url)
  const times = { now: Date.now, pause: sleep }
  const client = openClient({ vendor, target, connection, transcript: openTranscript(), ...times })
  const { secret } = vendor.referenceEndpoint
  const principal: Principal = { account: id, credentials: { accessKey: id, secret } }
  human = actorOf(client, principal, { heard: () => {}, around: (_, perform) => perform() })
})
afterEach(async () => {
  await connection.close()
  await organization.close()
})

const targetOf = (creation: number): Target => {
  const { management, member } = organization.accounts
  return {
    ...anybodyAt(vendor, organization.url),
    // each case is played once
    patience: { creation, listing: 0 },
    accounts: {
      mode: 'fixed',
      management,
      ...(member && { member }),
      invitee: { account: id, manual: true },
    },
  }
}

/** Asks some checks; whatever somebody is to do by hand is handed on. */
async function ask(target: Target, only: string, hands: (asked: string) => Promise<unknown>) {
  const selected = selectedBy({ only: [only], axes: [] })
  const asked: string[] = []
  const session = openSession({
    vendor,
    target,
    scenarios,
    seed: 1,
    nonce: 77n,
    now: Date.now,
    pause: sleep,
    selected,
    long: ({ asks }) => {
      if (asks === undefined) return
      asked.push(asks)
      void hands(asks)
    },
  })
  const judged = await Promise.all(session.checks.map((check) => session.judged(check.id)))
  const left = await session.left()
  await session.close()
  return { judged, asked, left }
}

const wrong = (judged: readonly JudgedCheck[]): readonly string[] =>
  judged
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ id: check, verdict, code, reason }) => `${verdict} ${code} ${check}: ${reason}`)

const idle = async (): Promise<void> => {}

const decline = (asked: string): Promise<unknown> =>
  human.declineInvitation({ invitation: /"(h-[a-z0-9]+)"/u.exec(asked)?.[1] ?? '' })

const obey = async (asked: string): Promise<unknown> => {
  const invitation = /"(h-[a-z0-9]+)"/u.exec(asked)?.[1] ?? ''
  if (asked.includes('AcceptHandshake')) return human.acceptInvitation({ invitation })
  if (asked.includes('DeclineHandshake')) return human.declineInvitation({ invitation })
  return human.leaveOrganization()
}

test('what a human accepts and leaves is seen, and the organization is as it was', async () => {
  const before = await organization.portrait()
  const { judged, asked, left } = await ask(targetOf(20), 'scenario/delegate-stays/*', obey)
  expect(wrong(judged)).toEqual([])
  expect(asked.join('\n')).toContain(`as the account ${id}: AcceptHandshake`)
  expect(left).toEqual([])
  expect(await organization.portrait()).toEqual(before)
})

test('a human who never answers leaves it inconclusive, and no invitation stays open', async () => {
  const before = await organization.portrait()
  const { judged, left } = await ask(targetOf(1), 'scenario/member-removal/*', idle)
  expect(judged.map(({ verdict }) => verdict)).toContain('inconclusive')
  expect(judged.map(({ verdict }) => verdict)).not.toContain('fail')
  expect(left).toEqual([])
  expect(await organization.portrait()).toEqual(before)
})

test('what a human is not asked to do by hand has nobody to do it', async () => {
  const { judged } = await ask(targetOf(1), 'contract/aws/ListRoots/caller/outsider/*', obey)
  expect(judged.map(({ code }) => code)).toEqual(judged.map(() => 'NO_PRINCIPAL'))
})

test('a human who declines what was to be accepted is told', async () => {
  const { judged } = await ask(targetOf(20), 'scenario/member-removal/*', decline)
  expect(judged.map(({ code }) => code)).toContain('NO_PRINCIPAL')
  expect(judged.map(({ verdict }) => verdict)).not.toContain('fail')
  expect(given(await organization.owner.listSentInvitations()).items).not.toContainEqual(
    expect.objectContaining({ state: 'open' }),
  )
})
