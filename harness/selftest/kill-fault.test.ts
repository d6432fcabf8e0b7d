import { expect, test } from 'vitest'

import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { killFault } from './kill-fault.ts'

type Row = readonly [id: string, level: JudgedCheck['level'], verdict: JudgedCheck['verdict']]

const sessionOf = (rows: readonly Row[]) => {
  const checks = rows.map(([id, level, verdict]): JudgedCheck => {
    const said = { title: id, axis: 'behaviour', citations: [], source: 'x.ts' } as const
    const own = id.split('/').slice(0, 2).join('/')
    return { case: own, ...said, id, level, verdict, vendor: 'aws', target: 'fake', exchanges: [] }
  })
  const asked: string[] = []
  const judged = async (id: string): Promise<JudgedCheck> => {
    asked.push(id)
    const found = checks.find((check) => check.id === id)
    if (found === undefined) throw new Error(id)
    return found
  }
  const watched = async (): Promise<readonly JudgedCheck[]> =>
    asked.includes('contract/one/shows') ? checks : []
  const session = { checks, judged, watched, findings: () => asked.length }
  return { session, asked }
}

const cites = ({ id }: { readonly id: string }): boolean => id.includes('mine')

test('the first red check that cites the rule kills the fault, and nothing more is asked', async () => {
  const { session, asked } = sessionOf([
    ['contract/many/mine', 'must', 'fail'],
    ['contract/many/1', 'must', 'pass'],
    ['contract/many/2', 'must', 'pass'],
    ['contract/many/3', 'must', 'pass'],
    ['scenario/mine/soft', 'should', 'warn'],
    ['scenario/mine/right', 'must', 'pass'],
    ['scenario/mine/wrong', 'must', 'fail'],
    ['scenario/other', 'must', 'fail'],
  ])
  expect(await killFault(session, cites)).toEqual({
    outcome: 'killed',
    by: ['scenario/mine/wrong'],
  })
  expect(asked).toEqual(['scenario/mine/right', 'scenario/mine/wrong'])
})

test('a should that warns kills too', async () => {
  const { session } = sessionOf([['scenario/mine', 'should', 'warn']])
  expect(await killFault(session, cites)).toEqual({ outcome: 'killed', by: ['scenario/mine'] })
})

test('red by others only is not good enough, and they are all named', async () => {
  const { session } = sessionOf([
    ['scenario/mine', 'must', 'untestable'],
    ['scenario/other', 'must', 'fail'],
    ['contract/other', 'should', 'warn'],
    ['contract/fine', 'must', 'pass'],
  ])
  const by = ['scenario/other', 'contract/other']
  expect(await killFault(session, cites)).toEqual({ outcome: 'elsewhere', by })
})

test.each([
  ['must', 'warn'],
  ['may', 'warn'],
  ['must', 'untestable'],
  ['must', 'inconclusive'],
  ['must', 'error'],
  ['must', 'absent'],
] as const)('a %s that comes out %s kills nothing', async (level, verdict) => {
  const { session } = sessionOf([['scenario/mine', level, verdict]])
  expect(await killFault(session, cites)).toEqual({ outcome: 'survived', by: [] })
})

test('what watches the others is looked at case by case, and nothing more is asked once it is red', async () => {
  const { session, asked } = sessionOf([
    ['contract/none', 'must', 'pass'],
    ['contract/one/shows', 'must', 'pass'],
    ['contract/two/more', 'must', 'pass'],
    ['model/mine', 'must', 'fail'],
    ['model/other', 'must', 'fail'],
  ])
  const found = await killFault(session, cites, ({ id }) => id.startsWith('model/'))
  expect(found).toEqual({ outcome: 'killed', by: ['model/mine'] })
  expect(asked).toEqual(['contract/two/more', 'contract/one/shows'])
})
