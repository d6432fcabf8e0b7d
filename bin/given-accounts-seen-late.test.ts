import { expect, test } from 'vitest'

import type { Variant } from '../endpoint/variant.ts'
import { writesSeenLate } from '../endpoint/variants/writes-seen-late.ts'
import { timeOf } from '../harness/selftest/ask-server.ts'
import { openSharedClock } from '../harness/selftest/shared-clock.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Target } from '../suites/client/target.ts'
import { loadScenarios } from '../suites/runner/load-scenarios.ts'
import { selectedBy } from '../suites/runner/selection.ts'
import { openSession } from '../suites/runner/session.ts'
import { anybodyAt, seedOrganization } from './testing/given-organization.ts'

/** Given accounts at an endpoint that shows what was written after two seconds: as a cloud does it. */

const scenarios = await loadScenarios()

/** The variant, as soon as it is switched on. */
function switchable({ alter, ...variant }: Variant) {
  let on = false
  const switched: Variant = {
    ...variant,
    alter: (steps, setting) => {
      const { decide = steps.decide } = alter?.(steps, setting) ?? {}
      return { decide: (...said) => (on ? decide : steps.decide)(...said) }
    },
  }
  return { variant: switched, turn: (to: boolean) => void (on = to) }
}

/** Some cases of each kind of thing that is written, and what tells of lag. */
const only = [
  'scenario/unit-rename/*',
  'scenario/unit-tags/*',
  'scenario/policy-attach-detach/*',
  'scenario/invite-accept-leave/*',
  'endpoint/*/settles-at-once',
]

test.each(['aws', 'huawei'] as const)(
  '%s: nothing is wrong, what held late says so, and the organization is left as it was found',
  async (id) => {
    const vendor = await loadVendor(id)
    const clock = openSharedClock()
    const late = switchable(writesSeenLate)
    const organization = await seedOrganization(vendor, {
      variant: late.variant,
      clock: clock.now,
    })
    const before = await organization.portrait()
    late.turn(true)
    const target: Target = {
      ...anybodyAt(vendor, organization.url),
      accounts: organization.accounts,
      consistency: 'eventual',
    }
    const session = openSession({
      vendor,
      target,
      scenarios,
      seed: 1,
      nonce: 77n,
      selected: selectedBy({ only, axes: [] }),
      ...timeOf({ vendor, clock }, target),
    })
    const judged = await Promise.all(session.checks.map((check) => session.judged(check.id)))
    expect(await session.left()).toEqual([])
    await session.close()
    late.turn(false)
    const wrong = judged.filter(({ verdict }) =>
      ['fail', 'warn', 'error', 'inconclusive'].includes(verdict),
    )
    expect(wrong.map((one) => `${one.verdict} ${one.id}: ${one.reason}`)).toEqual([])
    expect(judged.map(({ code }) => code)).not.toContain('NO_UNDO')
    const held = judged.filter(({ received = '', reason = '' }) =>
      `${received} ${reason}`.includes('held late: 2.5 s behind each write'),
    )
    expect(held.length).toBeGreaterThan(5)
    const settles = judged.find(({ case: one }) => one === `endpoint/${id}/settles-at-once`)
    expect(settles?.reason).toContain('checks held then only: ')
    expect(await organization.portrait()).toEqual(before)
    await organization.close()
  },
)
