import { describe, expect, test } from 'vitest'

import { listAll } from '../suites/actors/list-all.ts'
import { sleep } from '../suites/client/stop.ts'
import { takeSnapshot } from '../suites/dsl/snapshot.ts'
import { loadScenarios } from '../suites/runner/load-scenarios.ts'
import { selectedBy } from '../suites/runner/selection.ts'
import { openSession } from '../suites/runner/session.ts'
import { given } from '../suites/verdict/outcome.ts'
import { totalsOf, type JudgedCheck } from '../suites/verdict/verdict.ts'
import { serveOne, type Alone } from './testing/single-account.ts'

/** The suite where one account is all there is, as with many an emulator: the keys of all others are refused. */

const scenarios = await loadScenarios()

/** How many checks pass at least: with an organization that stands already, and with none. */
const least = [
  ['aws', { standing: 2650, none: 2700 }],
  ['huawei', { standing: 1550, none: 1580 }],
  ['tencent', { standing: 390, none: 430 }],
] as const

type Asked = Pick<Alone, 'vendor' | 'target'>

async function ask({ vendor, target }: Asked, only = '*'): Promise<readonly JudgedCheck[]> {
  const selected = selectedBy({ only: [only], axes: [] })
  const times = { now: Date.now, pause: sleep }
  const parts = { vendor, target, scenarios, seed: 1, nonce: 77n, selected, ...times }
  const session = openSession(parts)
  const judged = await Promise.all(session.checks.map((check) => session.judged(check.id)))
  expect(await session.left()).toEqual([])
  await session.close()
  return judged
}

/** What is wrong, and what could not be asked for another reason than that somebody or a way back is missing. */
const unexpected = (judged: readonly JudgedCheck[]): readonly string[] =>
  judged
    .filter(
      ({ verdict, code }) =>
        ['fail', 'warn', 'error', 'inconclusive'].includes(verdict) ||
        (verdict === 'untestable' &&
          !['NO_PRINCIPAL', 'DANGER_DENIED', 'NO_QUOTA'].includes(code ?? '')),
    )
    .map(({ id, verdict, code, reason }) => `${verdict} ${code} ${id}: ${reason}`)

describe.each(least)('%s', (id, { standing, none }) => {
  test('in no organization it founds one of its own for what it asks, and is in none again', async () => {
    const alone = await serveOne(id)
    const judged = await ask(alone)
    expect(unexpected(judged)).toEqual([])
    expect(totalsOf(judged).pass).toBeGreaterThanOrEqual(none)
    expect((await alone.account.getOrganization()).kind).toBe('refused')
    await alone.close()
  })

  test('an organization that it manages already is left as it was', async () => {
    const alone = await serveOne(id)
    const { vendor, account } = alone
    given(await account.createOrganization())
    const [root] = given(await listAll(account, 'listRoots', {}))
    given(await account.createUnit({ parent: root?.id ?? '', name: 'stands' }))
    const before = await takeSnapshot(vendor, account)
    const judged = await ask(alone)
    expect(unexpected(judged)).toEqual([])
    expect(totalsOf(judged).pass).toBeGreaterThanOrEqual(standing)
    expect(await takeSnapshot(vendor, account)).toEqual(before)
    await alone.close()
  })
})

test('codearts: what nothing takes back is not done, and nothing else is in the way', async () => {
  const alone = await serveOne('codearts')
  const judged = await ask(alone)
  expect(unexpected(judged)).toEqual([])
  expect(new Set(judged.map(({ code }) => code))).toEqual(new Set(['DANGER_DENIED']))
  await alone.close()
})

test('where nothing dissolves organizations none is founded', async () => {
  const done: string[] = []
  const alone = await serveOne('aws', (answer) => async (message) => {
    const operation = message.headers['x-amz-target']?.split('.')[1] ?? ''
    if (operation === 'DeleteOrganization') {
      return { status: 400, headers: {}, body: '{"__type":"UnknownOperationException"}' }
    }
    const answered = await answer(message)
    if (answered.status === 200) done.push(operation)
    return answered
  })
  const judged = await ask(alone, 'scenario/unit-name-unique/*')
  expect(judged.length).toBeGreaterThan(0)
  expect(new Set(judged.map(({ code }) => code))).toEqual(new Set(['NO_UNDO']))
  expect(done).toEqual([])
  await alone.close()
})

test('in no organization nothing is founded where nothing may be written', async () => {
  const alone = await serveOne('huawei')
  const judged = await ask({ ...alone, target: { ...alone.target, readOnly: true } })
  expect(judged.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')).toEqual([])
  expect(judged.map(({ code }) => code)).toContain('NO_PRINCIPAL')
  expect((await alone.account.getOrganization()).kind).toBe('refused')
  await alone.close()
})
