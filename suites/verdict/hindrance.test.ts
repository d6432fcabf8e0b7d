import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { judgeStop } from './cannot-go-on.ts'
import { hindranceIn } from './hindrance.ts'
import { judgeDone } from './judge-done.ts'
import { judgeRefusal } from './judge.ts'
import { given, type Outcome } from './outcome.ts'

const vendor = await loadVendor('aws')

const refused = (operation: string, code: string, reason?: string): Outcome<unknown> => {
  const said = { code, ...(reason !== undefined && { reason }) }
  const hindrance = hindranceIn(vendor, { operation, reply: said })
  return {
    operation,
    exchange: 3,
    kind: 'refused',
    reply: { kind: 'refusal', status: 400, notes: [], ...said },
    ...(hindrance && { hindrance }),
  }
}

const constraint = 'ConstraintViolationException'

const stopOf = (outcome: Outcome<unknown>) => {
  try {
    return given(outcome)
  } catch (error) {
    return judgeStop(error)
  }
}

test('a valid request that meets a quota of the target shows nothing, wherever it is met', () => {
  const outcome = refused('CreateOrganizationalUnit', constraint, 'OU_NUMBER_LIMIT_EXCEEDED')
  const nothing = {
    verdict: 'untestable',
    code: 'NO_QUOTA',
    reason: `a quota of the target is used up: ${constraint} (OU_NUMBER_LIMIT_EXCEEDED)`,
    exchanges: [3],
  }
  expect(judgeDone(outcome)).toEqual(nothing)
  expect(stopOf(outcome)).toEqual(nothing)
  const steps = judgeRefusal(vendor, 'unitNameTaken', outcome)
  expect([steps.refused.verdict, steps.declared.verdict]).toEqual(['pass', 'pass'])
  expect([steps.code, steps.reason]).toEqual([nothing, nothing])
})

const sentence = (operation: string, reason: string): string | undefined =>
  judgeDone(refused(operation, constraint, reason)).reason

test('two quotas are two sentences, and the same one is the same sentence whatever was asked', () => {
  const units = sentence('CreateOrganizationalUnit', 'OU_NUMBER_LIMIT_EXCEEDED')
  expect(sentence('MoveAccount', 'OU_NUMBER_LIMIT_EXCEEDED')).toBe(units)
  expect(sentence('CreatePolicy', 'POLICY_NUMBER_LIMIT_EXCEEDED')).not.toBe(units)
})

test('an account that is not ready is no failure of the endpoint', () => {
  const reason = 'MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED'
  const outcome = refused('LeaveOrganization', constraint, reason)
  expect([judgeDone(outcome).verdict, judgeDone(outcome).code]).toEqual([
    'untestable',
    'NO_PRINCIPAL',
  ])
  const steps = judgeRefusal(vendor, 'lastPolicyDetached', outcome)
  expect([steps.code, steps.reason].map(({ verdict }) => verdict)).toEqual([
    'untestable',
    'untestable',
  ])
})

test('where the limit is asked for, its refusal is the answer', () => {
  const reason = 'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED'
  const outcome = refused('AttachPolicy', constraint, reason)
  const steps = judgeRefusal(vendor, 'attachmentLimitExceeded', outcome)
  expect(Object.values(steps).map(({ verdict }) => verdict)).toEqual(Array(4).fill('pass'))
})

test('a sub-code is its word, whatever member stands behind it', () => {
  const outcome = refused('CreateOrganizationalUnit', constraint, 'OU_NUMBER_LIMIT_EXCEEDED:NAME')
  expect(judgeDone(outcome).code).toBe('NO_QUOTA')
  const depth = refused('CreateOrganizationalUnit', constraint, 'OU_DEPTH_LIMIT_EXCEEDED:PARENT_ID')
  expect(judgeRefusal(vendor, 'unitDepthExceeded', depth).reason.verdict).toBe('pass')
})

test('any other refusal of a valid request is a failure, also one whose number the document states', () => {
  for (const reason of [
    'OU_DEPTH_LIMIT_EXCEEDED',
    'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
    undefined,
  ]) {
    expect(judgeDone(refused('AttachPolicy', constraint, reason)).verdict).toBe('fail')
  }
})

test('what adds nothing to a number is not refused since it is reached', async () => {
  const tencent = await loadVendor('tencent')
  const reply = { code: 'LimitExceeded.NodeExceedLimit' }
  const hindering = (operation: string) => hindranceIn(tencent, { operation, reply })?.code
  expect(hindering('AddOrganizationNode')).toBe('NO_QUOTA')
  expect(hindering('DeleteOrganizationNodes')).toBeUndefined()
})
