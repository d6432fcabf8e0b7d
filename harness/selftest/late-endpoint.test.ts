import { expect, test } from 'vitest'

import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import { startEndpoint } from '../../endpoint/server.ts'
import type { Steps } from '../../endpoint/steps.ts'
import { isRead, lookingBack } from '../../endpoint/variant-kit/past-worlds.ts'
import type { Variant } from '../../endpoint/variant.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Consistency } from '../../suites/client/patience.ts'
import { casesFor } from '../../suites/runner/cases-for.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { openSession } from '../../suites/runner/session.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { judgeAll, targetAt } from './ask-server.ts'

// An endpoint that shows every write a while later, and whose writes go by what they can see: right all the same.

const vendor = await loadVendor('aws')
const scenarios = await loadScenarios()
const cases = casesFor(vendor, scenarios)
const faults = await loadFaults()

/** A closed account that is active for a while, and again before it stays closed. */
const wavering = (decide: Steps['decide']): Steps['decide'] => {
  const looks = new Map<string, number>()
  return (world, command, context) => {
    const decided = decide(world, command, context)
    if (command.verb !== 'getAccount' || decided.kind !== 'done') return decided
    const result = decided.result as { readonly id: string; readonly status: string }
    if (result.status === 'active') return decided
    const look = looks.get(result.id) ?? 0
    looks.set(result.id, look + 1)
    const status = ['active', 'active', 'closing', 'active'][look] ?? result.status
    return { ...decided, result: { ...result, status } }
  }
}

interface Late {
  readonly milliseconds: number
  readonly wavers?: true
  readonly consistency: Consistency
  readonly fault?: string
}

/** The stories that move, attach, close and list; the time moves by pauses alone. */
const asked = (id: string): boolean =>
  [
    'scenario/move-account/',
    'scenario/policy-attach-detach/',
    'scenario/account-closing/',
    'scenario/account-creation/',
    'scenario/unit-name-unique/',
    'law/created-reads-back/',
    'contract/aws/CreateOrganizationalUnit/minimal/',
    'endpoint/aws/settles-at-once',
  ].some((start) => id.startsWith(start))

async function ask({
  milliseconds,
  consistency,
  fault,
  wavers,
}: Late): Promise<readonly JudgedCheck[]> {
  let time = 1_700_000_000_000
  const clock = (): number => time
  const wrong = faults.find(({ name }) => name === fault)
  const lag = { reads: isRead, age: () => milliseconds, furthest: milliseconds } as const
  const late: Variant = {
    name: 'late',
    description: 'shows writes later',
    evidence: {},
    alter: (steps, setting) => {
      const { decide = steps.decide } = lookingBack({ ...lag, findsLate: true })(steps, setting)
      return { decide: wavers === true ? wavering(decide) : decide }
    },
  }
  const endpoint = await startEndpoint(vendor, {
    port: 0,
    clock,
    random: Math.random,
    variants: [late],
    ...(wrong && { fault: wrong }),
  })
  const session = openSession({
    vendor,
    scenarios,
    cases,
    target: { ...targetAt(vendor, endpoint.url), consistency },
    seed: 1,
    nonce: 1n,
    now: clock,
    pause: (wait) => {
      time += wait
      return Promise.resolve()
    },
    selected: ({ id }) => asked(id),
  })
  const judged = await judgeAll(session)
  await session.close()
  await endpoint.close()
  return judged
}

const findings = (judged: readonly JudgedCheck[]): readonly string[] =>
  judged.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id)

const settles = 'endpoint/aws/settles-at-once'

test.each([
  ['300 ms', 300],
  ['two seconds', 2000],
])('whatever is written is seen after %s: nothing is wrong', async (_, milliseconds) => {
  const judged = await ask({ milliseconds, consistency: 'eventual' })
  expect(findings(judged)).toEqual([])
  expect(judged.length).toBeGreaterThan(40)
  expect(judged.find(({ id }) => id === settles)?.reason).toMatch(/cases played again, up to/)
})

test('where all is said to be seen at once, one check tells that it is not, and no other', async () => {
  const judged = await ask({ milliseconds: 300, consistency: 'immediate' })
  expect(findings(judged)).toEqual([settles])
  expect(judged.find(({ id }) => id === settles)?.verdict).toBe('warn')
})

test('a closed account may be active for a while, and waver, where reads lag', async () => {
  const wavers = { milliseconds: 300, wavers: true } as const
  expect(findings(await ask({ ...wavers, consistency: 'eventual' }))).toEqual([])
  const elsewhere = findings(await ask({ ...wavers, consistency: 'immediate' }))
  expect(elsewhere).toContain('scenario/account-closing/closing-is-seen')
})

test('what is wrong is still wrong behind the lag', async () => {
  const fault = 'duplicate-unit-names-allowed'
  const judged = await ask({ milliseconds: 300, consistency: 'eventual', fault })
  expect(findings(judged).every((id) => id.startsWith('scenario/unit-name-unique/'))).toBe(true)
  expect(judged.filter(({ verdict }) => verdict === 'fail').length).toBeGreaterThan(0)
})
