import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startEndpoint, type Endpoint } from '../endpoint/server.ts'
import type { Vendor } from '../specs/vendor.ts'
import { loadVendor } from '../specs/vendors.ts'
import type { ListVerb } from '../specs/vocabulary.ts'
import { whole, type Actor } from '../suites/actor.ts'
import { openCast, type Cast } from '../suites/cast.ts'
import { openClient } from '../suites/client.ts'
import { openLine, type Line } from '../suites/exchange.ts'
import { freshFrom } from '../suites/fresh.ts'
import { loadScenarios } from '../suites/load-scenarios.ts'
import { joinByInvitation } from '../suites/membership.ts'
import { given } from '../suites/outcome.ts'
import { openSession } from '../suites/session.ts'
import type { Principal, Target } from '../suites/target.ts'
import { openTranscript } from '../suites/transcript.ts'
import { runVerdict, totalsOf, type JudgedCheck } from '../suites/verdict.ts'

/** The suite in an organization that is not its own: with given accounts, and without a single write. */

const { embedding, ...vendor }: Vendor = await loadVendor('aws')
const secret = embedding.secret
const scenarios = await loadScenarios()
const clock = { now: () => Date.now(), pause: async () => {} }

let endpoint: Endpoint
let line: Line
let cast: Cast
let owner: Actor
let member: Actor
let root: string

const principal = (account: string): Principal => ({
  account,
  credentials: { accessKey: account, secret },
})

const targetWith = (accounts: Target['accounts'], readOnly = false): Target => ({
  name: 'given',
  vendor: 'aws',
  endpoint: endpoint.url.href,
  region: vendor.region,
  accounts,
  absent: {},
  limits: {},
  concurrency: 8,
  deadline: 10_000,
  readOnly,
})

const anybody = { mode: 'any', by: 'access-key', credentials: { accessKey: 'x', secret } } as const

/** Everything the organization shows of itself. */
async function portrait(): Promise<object> {
  const list = async (verb: ListVerb, args: object) => {
    const listed = await whole(owner, verb, args as never)
    return listed.kind === 'done' ? listed.value : listed.kind
  }
  const targets = [root, owner.id, member.id]
  const types = vendor.profile.policyTypes
  return {
    organization: given(await owner.organization()),
    roots: await list('roots', {}),
    accounts: await list('accounts', {}),
    units: await list('units', { parent: root }),
    parents: await list('parents', { child: member.id }),
    policies: await Promise.all(types.map((type) => list('policies', { type }))),
    attached: await Promise.all(
      targets.map((target) => list('policiesOn', { target, type: 'control' })),
    ),
    tags: await Promise.all(targets.map((resource) => list('tags', { resource }))),
    trusted: await list('trusted', {}),
    delegates: await list('delegates', {}),
    resourcePolicy: (await owner.resourcePolicy()).kind,
    open: (await whole(owner, 'sent', {})).kind,
  }
}

async function ask(target: Target): Promise<readonly JudgedCheck[]> {
  const session = openSession({
    vendor: { ...vendor, embedding },
    target,
    scenarios,
    seed: 1,
    nonce: 77n,
    ...clock,
    pause: (milliseconds) => new Promise((wake) => void setTimeout(wake, milliseconds)),
  })
  const judged = await Promise.all(session.checks.map(({ id }) => session.judged(id)))
  expect(session.left).toEqual([])
  await session.close()
  return judged
}

const wrong = (judged: readonly JudgedCheck[]): readonly string[] =>
  judged
    .filter(({ verdict }) => ['fail', 'warn', 'error', 'inconclusive'].includes(verdict))
    .map(({ id, reason }) => `${id}: ${reason}`)

const reasons = (judged: readonly JudgedCheck[]): readonly string[] => [
  ...new Set(
    judged
      .filter(({ verdict }) => verdict === 'untestable')
      .map(({ reason }) => reason?.split(':')[0] ?? ''),
  ),
]

beforeAll(async () => {
  const whoKnows = { ...vendor, embedding }
  endpoint = await startEndpoint(whoKnows, { port: 0, clock: clock.now, random: Math.random })
  line = openLine(endpoint.url)
  const target = targetWith(anybody)
  const parts = {
    target,
    fresh: freshFrom(3n, vendor.mintAccount),
    heard: () => {},
    pause: clock.pause,
  }
  const client = openClient({
    vendor: whoKnows,
    line,
    transcript: openTranscript(),
    ...clock,
    target,
  })
  cast = openCast({ ...parts, vendor, client })
  owner = await cast.owner()
  member = await joinByInvitation(owner, await cast.standalone())
  root = await cast.root(owner)
  const unit = given(await owner.createUnit({ parent: root, name: 'stands-already' })).id
  given(await owner.createUnit({ parent: unit, name: 'stands-below' }))
  given(await owner.tag({ resource: root, tags: [{ key: 'kept', value: 'yes' }] }))
  const [content = '{}'] = vendor.profile.policyContents.control ?? []
  const policy = { name: 'stands', type: 'control', description: 'already', content }
  given(await owner.attach({ policy: given(await owner.createPolicy(policy)).id, target: unit }))
})

afterAll(async () => {
  await line.close()
  await endpoint.close()
})

describe('fixed accounts', () => {
  test('nothing is wrong, and the organization is left as it was found', async () => {
    const before = await portrait()
    const judged = await ask(
      targetWith({
        mode: 'fixed',
        management: principal(owner.id),
        member: principal(member.id),
        invitee: principal('900000000001'),
        outsider: principal('900000000002'),
      }),
    )
    expect(wrong(judged)).toEqual([])
    expect(totalsOf(judged).pass).toBeGreaterThan(2000)
    expect(reasons(judged).toSorted()).toEqual(['DANGER_DENIED', 'NO_PRINCIPAL', 'SETUP_FAILED'])
    expect(runVerdict(judged)).toBe('incomplete')
    expect(await portrait()).toEqual(before)
  }, 60_000)
})

describe('read-only', () => {
  test('nothing is written, and nothing that needs a write is claimed', async () => {
    const before = await portrait()
    const judged = await ask(targetWith({ ...anybody, management: owner.id }, true))
    expect(wrong(judged)).toEqual([])
    expect(totalsOf(judged).pass).toBeGreaterThan(300)
    expect(reasons(judged)).toContain('DANGER_DENIED')
    expect(await portrait()).toEqual(before)
  }, 60_000)

  test('an account that is in no organization reads nothing, and accuses nobody', async () => {
    const judged = await ask(targetWith({ ...anybody, management: '900000000003' }, true))
    expect(wrong(judged)).toEqual([])
    expect(reasons(judged)).toContain('NO_PRINCIPAL')
    expect(runVerdict(judged)).toBe('incomplete')
  }, 60_000)
})
