import { describe, expect, test } from 'vitest'

import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Target } from '../client/target.ts'
import type { CaseContext } from './case-context.ts'
import { makeFirsts } from './first-of-each-kind.ts'
import { judgeRoom, quotasLeaveRoom } from './quotas-leave-room.ts'

/** What is judged of an endpoint that refuses an operation so, and states these numbers of its own. */
const judged = async (
  id: VendorId,
  [operation, code, reason]: readonly [operation: string, code: string, reason?: string],
  limits: Target['limits'] = {},
) => {
  const reply = {
    kind: 'refusal',
    status: 400,
    code,
    ...(reason !== undefined && { reason }),
    notes: [],
  } as const
  const interaction = { exchange: { id: 7, operation }, reply, violations: [] }
  return judgeRoom({
    vendor: await loadVendor(id),
    target: { limits } as Target,
    interactions: [interaction as unknown as Interaction],
  })
}

const aws = (reason: string) => ['CreatePolicy', 'ConstraintViolationException', reason] as const

test('a number that is published is not reached by the first', async () => {
  expect(await judged('aws', aws('POLICY_NUMBER_LIMIT_EXCEEDED'))).toMatchObject({
    verdict: 'fail',
    received:
      'CreatePolicy is refused: HTTP 400 ConstraintViolationException (POLICY_NUMBER_LIMIT_EXCEEDED), and policiesPerType is 1000',
    exchanges: [7],
  })
  expect(await judged('huawei', ['CreateOU', 'Organizations.1204'])).toBeDefined()
  expect(
    await judged('tencent', ['InviteOrganizationMember', 'LimitExceeded.Members']),
  ).toBeDefined()
})

test('whatever is refused so: the quota that is named counts', async () => {
  const founding = ['CreateOrganization', 'ConstraintViolationException'] as const
  expect(await judged('aws', [...founding, 'OU_NUMBER_LIMIT_EXCEEDED'])).toBeDefined()
})

type Refused = readonly [string, VendorId, Parameters<typeof judged>[1], Target['limits']]

test.each<Refused>([
  ['a number that nobody states', 'aws', aws('ACCOUNT_NUMBER_LIMIT_EXCEEDED'), {}],
  ['a rate', 'aws', aws('HANDSHAKE_RATE_LIMIT_EXCEEDED'), {}],
  ['a quota without a name', 'tencent', ['AddOrganizationNode', 'LimitExceeded'], {}],
  ['no quota', 'aws', ['CreatePolicy', 'DuplicatePolicyException'], {}],
  ['its own number', 'aws', aws('POLICY_NUMBER_LIMIT_EXCEEDED'), { policiesPerType: 1 }],
  ['no number', 'aws', aws('POLICY_NUMBER_LIMIT_EXCEEDED'), { policiesPerType: null }],
])('%s is no finding', async (_, id, ...refused) => {
  expect(await judged(id, ...refused)).toBeUndefined()
})

test('a number that the target states of itself counts where none is published', async () => {
  const refusal = ['AddOrganizationNode', 'LimitExceeded.NodeExceedLimit'] as const
  expect(await judged('tencent', refusal)).toBeUndefined()
  expect(await judged('tencent', refusal, { unitsPerOrganization: 50 })).toBeDefined()
})

test('where accounts are given nothing is asked: others may have used up what there is', async () => {
  const [one] = quotasLeaveRoom(await loadVendor('aws'))
  const target = { accounts: { mode: 'fixed' } } as Target
  await expect(one?.run({ target } as CaseContext)).rejects.toMatchObject({ code: 'NO_PRINCIPAL' })
})

test('what the vendor does not offer at all is not what stands in the way', async () => {
  const done = { kind: 'done', value: {}, operation: 'CreateOrganization', exchange: 1 }
  const context = {
    vendor: await loadVendor('tencent'),
    target: { absent: {} },
    actors: { standalone: async () => ({ createOrganization: async () => done }) },
  } as unknown as CaseContext
  expect(await makeFirsts(context, (limit) => limit === 'tagsPerResource')).toMatchObject({
    verdict: 'untestable',
    code: 'NO_QUOTA',
  })
})

describe('it is one check, which cites every number', () => {
  test.each([
    ['aws', 5],
    ['huawei', 6],
    ['tencent', 1],
  ] as const)('%s', async (id, citations) => {
    const [one, ...more] = quotasLeaveRoom(await loadVendor(id))
    expect(more).toEqual([])
    expect(one?.checks).toMatchObject([{ id: `endpoint/${id}/quotas-leave-room`, level: 'should' }])
    expect(one?.checks[0]?.citations.length).toBe(citations)
  })

  test('and none where no number is published', async () => {
    expect(quotasLeaveRoom(await loadVendor('codearts'))).toEqual([])
  })
})
