import { describe, expect, test } from 'vitest'

import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { JudgedCheck, Judgement } from '../verdict/verdict.ts'
import type { CaseContext } from './case-context.ts'
import type { LagSeen } from './lag.ts'
import { judgeLag, settlesAtOnce } from './settles-at-once.ts'

const quiet: LagSeen = {
  consistency: 'immediate',
  again: 0,
  slowly: 0,
  slowest: 0,
  late: [],
  turnedAway: 0,
}
const late: LagSeen = { ...quiet, again: 2, slowest: 400, late: ['b', 'a', 'c', 'f', 'e', 'd'] }

test('nothing was played again: nothing lags', () => {
  expect(judgeLag(quiet)).toEqual({ verdict: 'pass', exchanges: [] })
})

test('playing again brought nothing: what was found is no lag', () => {
  const judged = judgeLag({ ...late, late: [] })
  expect(judged.verdict).toBe('pass')
  expect(judged.reason).toBe(
    '2 cases played again, up to 0.4 s behind a write: nothing else came of it',
  )
})

test('lag is a finding where all is said to be seen at once: the first checks are named', () => {
  const judged = judgeLag(late)
  expect(judged.verdict).toBe('fail')
  expect(judged.received).toBe('6 checks held then only: a, b, c, d, e, …')
})

test('elsewhere it is told with the same names, and no finding', () => {
  const judged = judgeLag({ ...late, consistency: 'eventual', slowly: 7 })
  expect(judged.verdict).toBe('pass')
  expect(judged.reason).toContain('and 7 so from the start: 6 checks held then only: a, b, c,')
})

test('it is told how many were not played again', () => {
  const { reason } = judgeLag({ ...late, late: [], turnedAway: 9 })
  expect(reason).toContain(', 9 not, or no more slowly, since that had helped no other: nothing')
})

describe.each(knownVendors)('%s', (id) => {
  test('it is one check, which follows where nothing could be written', async () => {
    const vendor = await loadVendor(id)
    const [one, ...more] = settlesAtOnce(vendor)
    if (one === undefined) throw new Error('somebody writes everywhere')
    expect(more).toEqual([])
    expect(one.checks).toMatchObject([{ id: `endpoint/${id}/settles-at-once`, level: 'should' }])
    expect(vendor.contract.operations.has(one.after?.case.split('/')[2] ?? '')).toBe(true)
    const [check] = one.checks
    if (check === undefined) throw new Error('it is one check')
    const judge = async (minimal: Judgement['verdict']): Promise<Judgement | undefined> => {
      let judged: Judgement | undefined
      const written = one.after?.id ?? ''
      const before: JudgedCheck = {
        ...check,
        id: written,
        target: 'mine',
        verdict: minimal,
        exchanges: [],
      }
      const context: Partial<CaseContext> = {
        lag: { seen: () => quiet },
        decided: new Map([[written, before]]),
        record: (_, judgement) => void (judged = judgement),
      }
      await one.run(context as CaseContext)
      return judged
    }
    expect(await judge('pass')).toMatchObject({ verdict: 'pass' })
    expect(await judge('fail')).toMatchObject({ code: 'FOLLOWS', follows: one.after?.id })
  })
})
