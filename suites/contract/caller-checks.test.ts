import { describe, expect, test } from 'vitest'

import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { basisFinder } from '../verdict/basis.ts'
import { planOf } from './operation-plan.ts'
import type { OperationPlan } from './plan.ts'

// Who is asked of which operation, and how firmly.

const plansOf = async (id: Parameters<typeof loadVendor>[0]): Promise<readonly OperationPlan[]> => {
  const vendor = await loadVendor(id)
  const basis = basisFinder(vendor)
  return [...vendor.contract.operations.values()].map((one) => planOf(vendor, one, basis))
}

const askedOf = (plans: readonly OperationPlan[], name: string): readonly string[] => {
  const plan = plans.find(({ operation }) => operation.name === name)
  if (plan === undefined) throw new Error(`no operation ${name}`)
  return plan.callers.wrong.map(({ who }) => who)
}

describe.each(knownVendors)('wrong callers of %s', async (id) => {
  const plans = await plansOf(id)

  test('every operation whose callers are named is asked by somebody who is none of them', () => {
    const { silent = [] } = plans[0]?.vendor.refusals.refusals.accessDenied ?? {}
    const unasked = plans
      .filter(({ operation: { caller } }) => caller !== 'unstated' && caller !== 'any')
      .filter(({ callers }) => callers.wrong.length === 0)
      .filter(({ operation }) => !silent.includes(operation.name))
      // what an account received is its own to list, wherever it is
      .filter(({ template }) => template.caller !== 'recipient')
    expect(unasked.map(({ operation }) => operation.name)).toEqual([])
  })

  test('a must cites the lines that name the callers, what is our reading is none', () => {
    for (const { operation, callers } of plans) {
      for (const { steps } of callers.wrong) {
        const { level, citations } = steps.refused ?? {}
        if (level === 'must') expect(citations).toContainEqual(operation.callerCitation)
        else
          expect(operation.callerCitation === undefined || operation.caller === 'any-member').toBe(
            true,
          )
        expect(steps.code?.level).not.toBe('must')
        expect(steps.reason).toBeUndefined()
      }
    }
  })

  test('of what another organization has, no code is asked for', () => {
    const foreign = plans
      .flatMap(({ callers }) => callers.wrong)
      .filter(({ who }) => who === 'another-organization')
    for (const { steps } of foreign) expect(Object.keys(steps)).not.toContain('code')
  })
})

describe('who is left out', async () => {
  const [aws, huawei, tencent] = [
    await plansOf('aws'),
    await plansOf('huawei'),
    await plansOf('tencent'),
  ]

  test('what is for the management alone is asked by a delegated administrator, too', () => {
    const all = ['outsider', 'invitee', 'member', 'delegated-administrator', 'another-organization']
    expect(askedOf(aws, 'MoveAccount')).toEqual(all)
    expect(askedOf(huawei, 'EnablePolicyTypeForRoot')).toEqual(all)
  })

  test('what delegated administrators may do is not refused to them', () => {
    expect(askedOf(aws, 'EnablePolicyType')).not.toContain('delegated-administrator')
    expect(askedOf(aws, 'ListRoots')).toEqual(['outsider', 'invitee', 'member'])
  })

  test('an organization for the common bill alone has no delegated administrator', () => {
    expect(askedOf(aws, 'EnableAllFeatures')).toEqual(['outsider', 'invitee', 'member'])
  })

  test('who was invited reads the invitation', () => {
    expect(askedOf(aws, 'DescribeHandshake')).toEqual(['outsider', 'another-organization'])
    expect(askedOf(aws, 'ListHandshakesForAccount')).toEqual([])
    expect(askedOf(aws, 'CancelHandshake')).toContain('invitee')
  })

  test('a list that nothing of an organization is named for is everybody’s own', () => {
    expect(askedOf(huawei, 'ListAccountsInOrganization')).not.toContain('another-organization')
    expect(askedOf(aws, 'ListAccountsForParent')).toContain('another-organization')
    expect(askedOf(aws, 'InviteAccountToOrganization')).not.toContain('another-organization')
  })

  test('where nobody is named, whoever belongs to no such organization is asked', () => {
    expect(askedOf(aws, 'CloseAccount')).toEqual(['outsider', 'another-organization'])
    expect(askedOf(huawei, 'ListCloudServicesIntegrableWithOrganizations')).toEqual([])
  })

  test('where a vendor delegates nothing, nobody is a delegated administrator', () => {
    const who = tencent.flatMap(({ callers }) => callers.wrong.map((wrong) => wrong.who))
    expect(who).not.toContain('delegated-administrator')
    expect(askedOf(tencent, 'ListOrganizationInvitations')).toEqual([])
  })
})
