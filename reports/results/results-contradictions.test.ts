import { expect, test } from 'vitest'

import { baselineContradictions, baselineOf } from './baseline.ts'
import { gathered, inventedResults, inventedReports, judged } from './invented-results.ts'
import { contradictionsOf } from './results-contradictions.ts'
import type { RunFacts, TargetResult } from './results.ts'

const results = inventedResults()
const [target] = results.targets
const [check] = results.checks

test('what a run collects does not contradict itself', () => {
  expect(contradictionsOf(results)).toEqual([])
  expect(baselineContradictions(baselineOf(results))).toEqual([])
})

test('a run that was stopped may lack checks, a part of a run may have none', () => {
  const { run } = gathered
  const stopped = inventedResults({
    run: { ...run, complete: false },
    reports: inventedReports.slice(3),
  })
  expect(contradictionsOf(stopped)).toEqual([])
  const shard = { only: [], axes: [], shard: { part: 2, of: 3 } }
  const idle = inventedResults({ run: { ...run, planned: 0, selection: shard }, reports: [] })
  expect(contradictionsOf(idle)).toEqual([])
})

test('every contradiction is told, each once', () => {
  if (target === undefined || check === undefined) throw new Error('something was invented')
  const strange = { ...check, target: 'nobody' }
  const totals = { ...target.totals, pass: 99 }
  const found = contradictionsOf({
    ...results,
    run: { ...results.run, planned: 4 },
    targets: [{ ...target, totals, verdict: 'conformant' }],
    checks: [...results.checks, check, strange, strange],
  })
  expect(found).toEqual([
    '11 checks are judged, and 4 were planned',
    'a check has a target that is none of the targets',
    'the target invented has checks that stand there twice',
    'the totals of invented are not those of its checks',
    'the totals of invented on the axis refusal are not those of its checks',
    'the verdict of invented is conformant, and its checks say otherwise',
  ])
})

const otherwise = (verdict: string): string =>
  `the verdict of invented is ${verdict}, and its checks say otherwise`

/** One target whose checks are these, and what its file calls the verdict. */
const calling = (
  verdict: TargetResult['verdict'],
  reports: Parameters<typeof judged>[1][],
  run: Partial<RunFacts> = {},
): readonly string[] => {
  const own = inventedResults({
    run: { ...gathered.run, planned: reports.length, ...run },
    reports: reports.map((differs, at) => ({
      judged: judged(`scenario/one/${at}`, differs),
      exchanges: [],
    })),
  })
  return contradictionsOf({ ...own, targets: own.targets.map((each) => ({ ...each, verdict })) })
}

const untestable = { verdict: 'untestable' } as const

test.each<readonly [string, TargetResult['verdict'], Parameters<typeof calling>[1]]>([
  ['a must that is untestable', 'incomplete', [{}, untestable]],
  ['a must that is open', 'incomplete', [{}, { verdict: 'inconclusive' }]],
  ['an error of ours', 'incomplete', [{}, { verdict: 'error', level: 'may' }]],
  ['no pass at all', 'incomplete', [{ verdict: 'absent' }]],
  ['a failure', 'nonconformant', [{}, { verdict: 'fail' }]],
  ['passes', 'conformant', [{}, {}]],
  ['a should that is untestable', 'conformant', [{}, { ...untestable, level: 'should' }]],
])('%s makes a run %s, and nothing else', (_, right, reports) => {
  for (const verdict of ['conformant', 'nonconformant', 'incomplete'] as const) {
    expect(calling(verdict, reports)).toEqual(verdict === right ? [] : [otherwise(verdict)])
  }
})

test('a run that was stopped calls nothing conformant', () => {
  expect(calling('incomplete', [{}], { complete: false })).toEqual([])
  expect(calling('conformant', [{}], { complete: false })).toEqual([otherwise('conformant')])
})

/** The invented run with one check more, behind another. */
const following = (follows: string, only: readonly string[] = []) => {
  const behind = judged('scenario/one/behind', {
    verdict: 'untestable',
    code: 'FOLLOWS',
    follows,
  })
  const reports = [...inventedReports, { judged: behind, exchanges: [] }]
  const run = { ...gathered.run, planned: reports.length, selection: { only, axes: [] } }
  return contradictionsOf(inventedResults({ run, reports }))
}

test('what follows a check follows one that failed; a part of a run may lack it', () => {
  expect(following('scenario/one/fails')).toEqual([])
  expect(following('scenario/one/warns')).toEqual([])
  expect(following('scenario/one/passes')).toEqual(['a check follows one that did not fail'])
  expect(following('scenario/nowhere', ['scenario/one/*'])).toEqual([])
})
