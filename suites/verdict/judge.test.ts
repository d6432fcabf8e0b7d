import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { judgeRefusal } from './judge.ts'
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

test('what is not offered follows nothing: every step says so itself', () => {
  const steps = judgedOf({ ...asked, kind: 'unimplemented', problem: 'a page' })
  expect(new Set(steps.map((step) => step.slice(1).join()))).toEqual(
    new Set(['untestable,NOT_IMPLEMENTED,']),
  )
})
