import { expect, test } from 'vitest'

import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import type { Fault } from '../../endpoint/fault.ts'
import { startEndpoint, type Endpoint } from '../../endpoint/server.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Case } from '../../suites/case/case.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { askerOf, askServer, hasty, judgeAll, type Listening } from './ask-server.ts'

/** What takes days is asked where the clock of an endpoint can be set forward, and when all else has been. */

const asker = hasty(askerOf(await loadVendor('tencent'), await loadScenarios()))
const moving = asker.cases.filter(({ movesTime }) => movesTime === true)

const start = (movable: boolean, fault?: Fault): Promise<Endpoint> =>
  startEndpoint(asker.vendor, {
    port: 0,
    clock: Date.now,
    random: Math.random,
    movable,
    ...(fault && { fault }),
  })

const ask = (server: Listening, cases: readonly Case[]): Promise<readonly JudgedCheck[]> =>
  askServer({ ...asker, cases }, server, judgeAll)

const failing = (judged: readonly JudgedCheck[]): readonly string[] =>
  judged.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn').map(({ id }) => id)

test('where there is no such clock, none of it is in the run', async () => {
  expect(moving.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'scenario/invitation-expires',
      'sequence/tencent/days-pass-by-the-rules',
    ]),
  )
  expect(await ask(await start(false), moving)).toEqual([])
})

test('a right endpoint passes; whoever moves the time waits for all others, and for each other', async () => {
  const order: string[] = []
  const still = asker.cases.filter(({ id }) => /^scenario\/(?:invite|unit-re)/u.test(id))
  const watched = [...moving, ...still].map((one) => ({
    ...one,
    run: async (context: Parameters<Case['run']>[0]) => {
      order.push(`${one.id} begins`)
      await one.run(context)
      order.push(`${one.id} ends`)
    },
  }))
  const judged = await ask(await start(true), watched)
  expect(failing(judged)).toEqual([])
  const decided = judged.filter(({ verdict }) => verdict === 'pass').map((check) => check.case)
  expect(decided).toEqual(expect.arrayContaining(['scenario/invitation-expires']))
  const first = order.findIndex((said) => moving.some(({ id }) => said.startsWith(`${id} `)))
  expect(first).toBe(2 * still.length)
  for (let at = first; at < order.length; at += 2) {
    expect(order[at + 1]).toBe(order[at]?.replace('begins', 'ends'))
  }
})

test('an invitation that is accepted after it expired is found, by a story and by sequences', async () => {
  const fault = (await loadFaults()).find(({ name }) => name === 'expired-invitation-accepted')
  const judged = await ask(await start(true, fault), moving)
  expect(failing(judged)).toContain('scenario/invitation-expires/expired-is-not-accepted')
})

test('a clock that is not set is no finding: what needs it can not be asked', async () => {
  const endpoint = await start(false)
  const clock = new URL('/-/clock', endpoint.url)
  const judged = await ask({ ...endpoint, clock }, moving)
  expect(failing(judged)).toEqual([])
  expect(judged.find(({ id }) => id === 'scenario/invitation-expires/expired-state')).toMatchObject(
    {
      verdict: 'untestable',
      code: 'SETUP_FAILED',
      reason: expect.stringContaining(`the clock at ${clock.href} was not set: HTTP 200`),
    },
  )
})
