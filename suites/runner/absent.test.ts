import { describe, expect, test } from 'vitest'

import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { absence } from '../case/absence.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { casesFor } from './cases-for.ts'
import { loadScenarios } from './load-scenarios.ts'

// Where nothing is asked of an endpoint, a reader has to see who says that its vendor offers no such thing.

const target = { absent: {} } as CaseContext['target']

const isOfStory = (check: string): boolean => /^(?:scenario|law)\//u.test(check)

/** What is decided of a story before it says its first verb: there is nobody to say it. */
const decidedAtOnce = async (one: Case, vendor: CaseContext['vendor']) => {
  const whole = absence({ vendor, target }, one.needs)
  if (whole !== undefined) return new Map(one.checks.map(({ id }) => [id, whole]))
  const decided = new Map<string, Judgement>()
  const context: Partial<CaseContext> = {
    vendor,
    target,
    interactions: [],
    record: (check, judgement) => void decided.set(check, judgement),
  }
  await one.run(context as CaseContext).catch(() => {})
  return decided
}

describe.each<[VendorId, number]>([
  ['aws', 10],
  ['huawei', 150],
  ['tencent', 600],
])('what %s does not offer', async (id, atLeast) => {
  const vendor = await loadVendor(id)
  const stories = casesFor(vendor, await loadScenarios(), isOfStory)

  test('is absent from each check for a reason, and the check cites who says so', async () => {
    const absent = await Promise.all(
      stories.map(async (one) => {
        const decided = await decidedAtOnce(one, vendor)
        return one.checks.flatMap((check) => {
          const { verdict, code = '' } = decided.get(check.id) ?? {}
          return verdict === 'absent' ? [{ ...check, code }] : []
        })
      }),
    )
    expect(absent.flat().length).toBeGreaterThan(atLeast)
    for (const { id: check, code, citations } of absent.flat()) {
      const { evidence = [] } = vendor.profile.absent[code] ?? {}
      expect(evidence, `${check}: ${code}`).not.toEqual([])
      expect(citations, check).toEqual(expect.arrayContaining([...evidence]))
    }
  })
})
