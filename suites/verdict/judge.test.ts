import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { judgeAccepted } from './judge-undue.ts'
import { judgeRefusal, judgeValid } from './judge.ts'
import type { Outcome } from './outcome.ts'
import { judgedSteps } from './steps.ts'

const vendor = await loadVendor('aws')

const asked = { operation: 'CreateOrganizationalUnit', exchange: 3 }

/** What a duplicate name comes to, by step: its verdict, its code and what it follows. */
const judgedOf = (outcome: Outcome<unknown>) =>
  judgedSteps(judgeRefusal(vendor, 'unitNameTaken', outcome), (step) => step).map(
    ([step, { verdict, code, follows }]) => [step, verdict, code, follows],
  )

const refused = (code: string): Outcome<unknown> => ({
  ...asked,
  kind: 'refused',
  reply: { kind: 'refusal', status: 400, code, notes: [] },
})

test('behind a command that is accepted every step follows the first', () => {
  expect(judgedOf({ ...asked, kind: 'done', value: {} })).toEqual([
    ['refused', 'fail', undefined, undefined],
    ['declared', 'untestable', 'FOLLOWS', 'refused'],
    ['code', 'untestable', 'FOLLOWS', 'refused'],
    ['reason', 'untestable', 'FOLLOWS', 'refused'],
  ])
})

test('behind another code the sub-code follows the code', () => {
  expect(judgedOf(refused('ParentNotFoundException'))).toEqual([
    ['refused', 'pass', undefined, undefined],
    ['declared', 'pass', undefined, undefined],
    ['code', 'fail', undefined, undefined],
    ['reason', 'untestable', 'FOLLOWS', 'code'],
  ])
})

test('a code that is not declared is told in the same words for each operation, beside the code', () => {
  const unknown = refused('RenamedException')
  const at = (operation: string) =>
    judgeRefusal(vendor, 'unitNameTaken', { ...unknown, operation }).declared
  expect(at('CreateOrganizationalUnit')).toMatchObject({
    verdict: 'fail',
    reason: 'RenamedException is not among the errors that the operation declares',
  })
  expect(at('UpdateOrganizationalUnit').reason).toBe(at('CreateOrganizationalUnit').reason)
  expect(judgedOf(unknown)[2]).toEqual(['code', 'fail', undefined, undefined])
})

test('what is not offered follows nothing: every step says so itself', () => {
  const steps = judgedOf({ ...asked, kind: 'unimplemented', problem: 'a page' })
  expect(new Set(steps.map((step) => step.slice(1).join()))).toEqual(
    new Set(['untestable,NOT_IMPLEMENTED,']),
  )
})

/** What a refusal of two tags with one key comes to, by its sub-code: the code, and the sub-code. */
const verdictsOf = (reason?: string): readonly string[] => {
  const reply = {
    kind: 'refusal',
    status: 400,
    code: 'InvalidInputException',
    message: '',
    notes: [],
    ...(reason !== undefined && { reason }),
  } as const
  const steps = judgeRefusal(vendor, 'tagKeyDuplicate', { ...asked, kind: 'refused', reply })
  return [steps.code.verdict, steps.reason.verdict]
}

test('a sub-code is compared by its word, whatever stands behind the colon', () => {
  expect(verdictsOf('DUPLICATE_TAG_KEY')).toEqual(['pass', 'pass'])
  expect(verdictsOf('DUPLICATE_TAG_KEY:TAGS_1_MEMBER_KEY')).toEqual(['pass', 'pass'])
})

test('a sub-code that the document gives to another mistake makes it another code', () => {
  expect(verdictsOf('INPUT_REQUIRED:DUPLICATE_TAG_KEY')).toEqual(['fail', 'untestable'])
  expect(verdictsOf('IMMUTABLE_POLICY')).toEqual(['fail', 'untestable'])
})

test('a sub-code that is not told, or that nobody lists, leaves the code what it is', () => {
  expect(verdictsOf()).toEqual(['pass', 'fail'])
  expect(verdictsOf('DUPLICATE_TAG_KEY_TWICE')).toEqual(['pass', 'fail'])
})

const leaving = { operation: 'LeaveOrganization', exchange: 7 }

test('a valid request that the real service refuses, too, can not be asked', () => {
  const reply = {
    kind: 'refusal',
    status: 400,
    code: 'ConstraintViolationException',
    reason: 'WAIT_PERIOD_ACTIVE',
    notes: [],
  } as const
  const early = { ...leaving, kind: 'refused', reply } as const
  expect(judgeValid(vendor, early, ['waitPeriodActive'])).toMatchObject({
    verdict: 'untestable',
    code: 'SETUP_FAILED',
    exchanges: [7],
  })
  expect(judgeValid(vendor, early).verdict).toBe('fail')
  const other = { ...early, reply: { ...reply, code: 'AccessDeniedException' } }
  expect(judgeValid(vendor, other, ['waitPeriodActive']).verdict).toBe('fail')
  const done = { ...leaving, kind: 'done', value: {} } as const
  expect(judgeValid(vendor, done, ['waitPeriodActive']).verdict).toBe('pass')
})

test('what the real service carries out is no fault, if what is answered fits', () => {
  const done = { ...leaving, kind: 'done', value: { content: '{}' } } as const
  expect(judgeAccepted(done, { accepted: true })?.refused).toMatchObject({
    verdict: 'pass',
    reading: 'service',
  })
  expect(
    judgeAccepted(done, { accepted: true }, ({ content }) => content.length > 2),
  ).toBeUndefined()
  expect(judgeAccepted(done, {})).toBeUndefined()
  const lost = { ...leaving, kind: 'unsettled', problem: 'nothing came' } as const
  expect(judgeAccepted(lost, { accepted: true })).toBeUndefined()
})
