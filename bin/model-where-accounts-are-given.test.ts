import { expect, test } from 'vitest'

import { loadFaults } from '../endpoint/fault-kit/load-faults.ts'
import { loadVariants } from '../endpoint/variant-kit/load-variants.ts'
import type { VendorId } from '../specs/vendor/vendor.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { sleep } from '../suites/client/stop.ts'
import { loadScenarios } from '../suites/runner/load-scenarios.ts'
import { selectedBy } from '../suites/runner/selection.ts'
import { openSession } from '../suites/runner/session.ts'
import type { JudgedCheck } from '../suites/verdict/verdict.ts'
import { anybodyAt, seedOrganization, type Otherwise } from './testing/given-organization.ts'

/** The model beside an organization that stood before: it starts from what is read, and leaves open what is not. */

const scenarios = await loadScenarios()
const faults = await loadFaults()
const variants = await loadVariants()

/** The checks of the model that a few cases come to in an organization with a history. */
async function modelChecks(
  id: VendorId,
  only: readonly string[],
  otherwise: Otherwise = {},
): Promise<readonly JudgedCheck[]> {
  const vendor = await loadVendor(id)
  const { accounts, url, close } = await seedOrganization(vendor, otherwise)
  const target = { ...anybodyAt(vendor, url), accounts }
  const selected = selectedBy({ only, axes: [] })
  const times = { now: Date.now, pause: sleep }
  const session = openSession({
    vendor,
    target,
    scenarios,
    seed: 1,
    nonce: 77n,
    selected,
    ...times,
  })
  const judged = await Promise.all(session.checks.map((check) => session.judged(check.id)))
  expect(await session.left()).toEqual([])
  await session.close()
  await close()
  return judged.filter((check) => check.id.startsWith('model/'))
}

const found = (judged: readonly JudgedCheck[]): readonly string[] =>
  judged.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn').map(({ id }) => id)

/** Cases that make, change and read things, and how many checks of the model they decide at least. */
const cases = {
  aws: { only: ['model/aws/*Polic*/*', 'scenario/policy-attach-detach/*'], passed: 75 },
  huawei: { only: ['model/huawei/*OU*/*', 'scenario/unit-lifecycle/*'], passed: 15 },
  tencent: { only: ['model/tencent/*', 'scenario/move-account/*'], passed: 40 },
} as const

test.each([
  ['aws', 'founded-with-history'],
  ['huawei', 'lists-in-any-order'],
  ['tencent', 'extra-members'],
] as const)('%s, %s: nothing is wrong, and much is compared', async (id, name) => {
  const variant = variants.find((one) => one.name === name)
  const judged = await modelChecks(id, cases[id].only, variant && { variant })
  expect(found(judged)).toEqual([])
  const passed = judged.filter(({ verdict }) => verdict === 'pass')
  expect(passed.length).toBeGreaterThanOrEqual(cases[id].passed)
})

/** What is wrong, the member that shows it, and the story that it is seen in. */
const wrong: readonly [name: string, shows: string, story?: string][] = [
  ['tags-read-without-values', 'aws/ListTagsForResource/Tags.Value'],
  ['policy-read-without-content', 'aws/DescribePolicy/Policy.Content'],
  ['detaching-ends-every-attachment', 'aws/DetachPolicy/outcome', 'policy-attach-detach'],
  [
    'unit-read-under-another-name',
    'huawei/GetOUInformation/organizational_unit.name',
    'unit-lifecycle',
  ],
  ['move-does-nothing', 'tencent/GetOrganizationMember/NodeId', 'move-account'],
  [
    'invitation-notes-lost',
    'tencent/ListOrganizationInvitations/Invitations.Remark',
    'invite-target',
  ],
]

test.each(wrong)('%s: the model notices it by %s', async (name, shows, story) => {
  const fault = faults.find((one) => one.name === name)
  if (fault === undefined) throw new Error(`there is no fault ${name}`)
  const [id, operation] = shows.split('/')
  const only = [
    `model/${id}/${operation}/*`,
    ...(story === undefined ? [] : [`scenario/${story}/*`]),
  ]
  expect(found(await modelChecks(id as VendorId, only, { fault }))).toContain(`model/${shows}`)
})
