import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Basis } from '../verdict/basis.ts'
import { judgeStop } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { scenario, scenarioContext } from './scenario.ts'

const vendor = await loadVendor('aws')

const renaming = scenario({
  id: 'renaming',
  title: 'A unit is renamed',
  needs: ['units'],
  checks: { renamed: { title: 'It has its new name' } },
  run: async () => {},
})

/** What stops a story whose one command comes to this, and what its check is decided to be. */
const stoppedBy = (outcome: Outcome<unknown>) => {
  const decided = new Map<string, Judgement>()
  const context: Pick<CaseContext, 'vendor' | 'record'> = {
    vendor,
    record: (check, judgement) => void decided.set(check, judgement),
  }
  const { check } = scenarioContext(renaming, context as CaseContext, {
    prefix: 'scenario/renaming',
    basis: () => ({ level: 'must', citations: [] }),
  })
  try {
    check.done('renamed', outcome)
    return { decided: decided.get('scenario/renaming/renamed')?.verdict, stop: undefined }
  } catch (error) {
    return { decided: decided.get('scenario/renaming/renamed')?.verdict, stop: judgeStop(error) }
  }
}

const asked = { operation: 'UpdateOrganizationalUnit', exchange: 5 }

test('what a story does not reach follows the check of the command that failed', () => {
  const { decided, stop } = stoppedBy({ ...asked, kind: 'garbled', problem: 'a page' })
  expect(decided).toBe('fail')
  expect(stop).toEqual({
    verdict: 'untestable',
    code: 'FOLLOWS',
    follows: 'scenario/renaming/renamed',
    reason: 'UpdateOrganizationalUnit garbled: a page',
    exchanges: [5],
  })
})

test('a command that is not offered, or does not settle, is no failed check', () => {
  const missing = stoppedBy({ ...asked, kind: 'unimplemented', problem: 'a page' })
  expect([missing.decided, missing.stop?.code]).toEqual(['untestable', 'NOT_IMPLEMENTED'])
  const open = stoppedBy({ ...asked, kind: 'unsettled', problem: 'no answer' })
  expect([open.decided, open.stop?.verdict]).toEqual(['inconclusive', 'inconclusive'])
})

test('a command that succeeds stops nothing', () => {
  expect(stoppedBy({ ...asked, kind: 'done', value: {} })).toEqual({
    decided: 'pass',
    stop: undefined,
  })
})

const denying = scenario({
  id: 'denying',
  title: 'A unit is not there',
  needs: ['units'],
  checks: { gone: { title: 'It is gone', refusal: 'unitNotFound', or: 'accessDenied' } },
  run: async () => {},
})

/** What the steps of a refusal come to, with what is seen of the real service. */
const refusedBy = (outcome: Outcome<unknown>, seen: Partial<Basis> = {}, fits = true) => {
  const decided = new Map<string, string>()
  const target = { accounts: { mode: 'fixed' } } as CaseContext['target']
  const context: Pick<CaseContext, 'vendor' | 'target' | 'interactions' | 'record'> = {
    vendor,
    target,
    interactions: [],
    record: (check, { verdict }) =>
      void decided.set(check.replace('scenario/denying/', ''), verdict),
  }
  const { check } = scenarioContext(denying, context as CaseContext, {
    prefix: 'scenario/denying',
    basis: () => ({ level: 'must', citations: [], ...seen }),
  })
  check.refused('gone', outcome, { fits: () => fits })
  return Object.fromEntries(decided)
}

test.each([
  ['OrganizationalUnitNotFoundException', 'pass'],
  ['AccessDeniedException', 'pass'],
  ['ParentNotFoundException', 'fail'],
])('where either of two refusals is as good, %s comes to: %s', (code, verdict) => {
  const reply = { kind: 'refusal', status: 400, code, notes: [] } as const
  const told = refusedBy({ ...asked, kind: 'refused', reply })
  expect([told['gone'], told['gone/code']]).toEqual(['pass', verdict])
})

test('what the real service carries out passes where the answer fits, and nowhere else', () => {
  const done = { ...asked, kind: 'done', value: {} } as const
  expect(refusedBy(done, { accepted: true })['gone']).toBe('pass')
  expect(refusedBy(done, { accepted: true }, false)['gone']).toBe('fail')
  expect(refusedBy(done)['gone']).toBe('fail')
})

const guarding = scenario({
  id: 'guarding',
  title: 'Who may not is refused',
  needs: ['units'],
  checks: {
    stranger: { title: 'A stranger is refused', axis: 'authorization', refusal: 'accessDenied' },
    former: {
      title: 'Who was a delegate is refused',
      axis: 'authorization',
      refusal: 'accessDenied',
      formerly: true,
    },
    missing: { title: 'What is not there is refused', refusal: 'unitNotFound' },
  },
  run: async () => {},
})

/** Which of its checks say that somebody was let in who never might be. */
const intrusionsAt = (mode: 'any' | 'fixed', outcome: Outcome<unknown>): readonly string[] => {
  const intruded: string[] = []
  const target = { accounts: { mode } } as CaseContext['target']
  const context: Partial<CaseContext> = {
    vendor,
    target,
    interactions: [],
    record: () => {},
    intruded: (check) => void intruded.push(check),
  }
  const { check } = scenarioContext(guarding, context as CaseContext, {
    prefix: 'scenario/guarding',
    basis: () => ({ level: 'must', citations: [] }),
  })
  for (const key of ['stranger', 'former', 'missing'] as const) check.refused(key, outcome)
  return intruded
}

test('who is let in and never had the right is an intrusion; who had it, or may have had, may be so late', () => {
  const done = { ...asked, kind: 'done', value: {} } as const
  expect(intrusionsAt('any', done)).toEqual(['scenario/guarding/stranger'])
  expect(intrusionsAt('fixed', done)).toEqual([])
  expect(intrusionsAt('any', { ...asked, kind: 'garbled', problem: 'a page' })).toEqual([])
})
