import { describe, expect, test } from 'vitest'

import { paintIn } from '../../reports/text/paint.ts'
import { planText } from './plan-text.ts'
import { planSchema, type Plan, type PlannedWrite } from './plan.ts'

const made: PlannedWrite = {
  operation: 'CreatePolicy',
  who: 'management',
  undoing: false,
  danger: 'medium',
  expected: 2,
  most: 16,
  undoneBy: 'DeletePolicy',
}

const plan: Plan = {
  schema: planSchema,
  hash: 'a'.repeat(64),
  suite: '0.1.0',
  vendor: 'aws',
  target: { name: 'real', endpoint: 'https://organizations.example/\u001B[2J' },
  selection: { only: [], axes: [] },
  seed: 1,
  checks: { planned: 3, denied: 0 },
  class: 'medium',
  allow: [],
  reads: 5,
  writes: [made],
  leftovers: [{ operation: 'CreatePolicy', who: 'management', most: 1 }],
  remarks: [],
  notifies: [{ operation: 'InviteAccountToOrganization', most: 20 }],
  quotas: [],
  duration: { seconds: 10, secondsPerAnswer: 0.2 },
}

const onlyBounded = 'where no undo is named'

describe('the text of a plan', () => {
  test('is painted for a terminal, and nothing else in it steers one', () => {
    const painted = planText(plan, paintIn(true))
    expect(painted).toContain(
      paintIn(true)('strong', String.raw`real: aws at https://organizations.example/\u001b[2J`),
    )
    expect(painted).toContain(paintIn(true)('strong', 'writes'))
    const [begin = '', end = ''] = paintIn(true)('strong', '|').split('|')
    expect(painted.replaceAll(begin, '').replaceAll(end, '')).toBe(planText(plan, paintIn(false)))
    expect(planText(plan, paintIn(false))).not.toContain('\u001B')
  })

  test('ends with its hash, also on a terminal', () => {
    expect(planText(plan, paintIn(true)).split('\n').at(-1)).toBe(`plan ${plan.hash}`)
  })

  test('says of what names no undo that it is about the run’s own, and of what nothing undoes just that', () => {
    expect(planText(plan, paintIn(false))).not.toContain(onlyBounded)
    const { undoneBy: _, ...deleted } = { ...made, operation: 'DeletePolicy' }
    expect(planText({ ...plan, writes: [made, deleted] }, paintIn(false))).toContain(onlyBounded)
    const lasting = { ...deleted, operation: 'CreateAccount', danger: 'irreversible' } as const
    const text = planText({ ...plan, writes: [made, lasting] }, paintIn(false))
    expect(text).toMatch(/CreateAccount +management +irreversible +2 +16 +nothing/u)
    expect(text).not.toContain(onlyBounded)
  })

  test('says what a higher class would ask, where this one denies something', () => {
    const denied = { planned: 3, denied: 2 }
    expect(planText({ ...plan, checks: denied }, paintIn(false))).toContain('--class heavy')
    expect(planText({ ...plan, checks: denied, class: 'light' }, paintIn(false))).toContain(
      '--class medium',
    )
    expect(planText({ ...plan, checks: denied, class: 'heavy' }, paintIn(false))).not.toContain(
      '--class',
    )
    expect(planText(plan, paintIn(false))).not.toContain('--class')
  })
})
