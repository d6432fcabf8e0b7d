import { expect, test } from 'vitest'

import type { Level, Requirement } from '../../specs/vendor/requirement.ts'
import { vendorIds, type VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { stepId } from '../case/refusal-checks.ts'
import { basisFinder, softer } from '../verdict/basis.ts'
import { claimFinder } from '../verdict/claims.ts'
import { refusalSteps } from '../verdict/refusal-step.ts'
import { casesFor } from './cases-for.ts'
import { loadScenarios } from './load-scenarios.ts'

/*
 * A check that vendors share has one level: where the rules of their registers differ, one of them says why. The codes of
 * a refusal are each vendor's own (refusals.json says how firmly a code is tied to a mistake), and so are operations.
 */

/** A check of a vendor, with the firmest rules of its register that claim it. */
interface Claimed {
  readonly vendor: VendorId
  readonly level: Level
  readonly rules: readonly Requirement[]
  /** the real service is seen to do otherwise: that is why it is soft */
  readonly contradicted: boolean
}

const steps = refusalSteps.map((step) => stepId('', step)).filter((end) => end !== '')

const isShared = (id: string): boolean =>
  /^(?:scenario|law|protocol)\//u.test(id) && !steps.some((end) => id.endsWith(end))

/** The id without the vendor in it. */
const commonId = (id: string, vendor: VendorId): string =>
  id.replace(`protocol/${vendor}/`, 'protocol/*/')

const firmest = (rules: readonly Requirement[]): readonly Requirement[] =>
  rules.filter(({ level }) => rules.every((other) => softer(level, other.level) === other.level))

const claimedBy = async (id: VendorId): Promise<ReadonlyMap<string, Claimed>> => {
  const vendor = await loadVendor(id)
  const [rulesOf, basis] = [claimFinder(vendor.requirements), basisFinder(vendor)]
  const checks = casesFor(vendor, await loadScenarios()).flatMap((one) => one.checks)
  return new Map(
    checks
      .filter((check) => isShared(check.id))
      .flatMap((check) => {
        const rules = firmest(rulesOf(check.id))
        if (rules.length === 0) return []
        const { contradicted = false } = basis(check.id)
        const claimed = { vendor: id, level: check.level, rules, contradicted }
        return [[commonId(check.id, id), claimed] as const]
      }),
  )
}

interface Difference {
  readonly check: string
  readonly firm: Claimed
  readonly soft: Claimed
}

const differencesOf = (check: string, claims: readonly Claimed[]): readonly Difference[] =>
  claims.flatMap((firm) =>
    claims
      .filter(({ level }) => level !== firm.level && softer(level, firm.level) === level)
      .map((soft) => ({ check, firm, soft })),
  )

const isExplained = ({ firm, soft }: Difference): boolean =>
  soft.contradicted ||
  firm.rules.some((rule) => rule.firmer !== undefined) ||
  soft.rules.some((rule) => rule.softer !== undefined)

const named = ({ vendor, level, rules }: Claimed): string =>
  `${vendor} ${level} (${rules.map(({ id }) => id).join(', ')})`

const told = ({ check, firm, soft }: Difference): string =>
  `${check}: ${named(firm)}, ${named(soft)}: give one of the former \`firmer\`, or one of the latter \`softer\``

const all = await Promise.all(vendorIds.map(claimedBy))
const shared = [...new Set(all.flatMap((claims) => [...claims.keys()]))]
const differences = shared.flatMap((check) =>
  differencesOf(
    check,
    all.flatMap((claims) => claims.get(check) ?? []),
  ),
)

test('a check has one level for all vendors, unless a rule says why', () => {
  expect(shared.length).toBeGreaterThan(400)
  expect(differences.filter((one) => !isExplained(one)).map(told)).toEqual([])
})

test('no rule gives a reason for a difference that there is not', () => {
  const firm = differences.flatMap((one) => one.firm.rules)
  const soft = differences.flatMap((one) => one.soft.rules)
  const rules = all.flatMap((claims) => [...claims.values()].flatMap((one) => one.rules))
  const idle = rules.filter(
    (rule) =>
      (rule.firmer !== undefined && !firm.includes(rule)) ||
      (rule.softer !== undefined && !soft.includes(rule)),
  )
  expect([...new Set(idle.map(({ id, rule }) => `${id}: ${rule}`))]).toEqual([])
})

test('few checks are firmer for one vendor than for another', () => {
  const checks = new Set(differences.map(({ check }) => check))
  expect(checks.size).toBeLessThanOrEqual(160)
})
