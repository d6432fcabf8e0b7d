import { expect, test } from 'vitest'

import type { CollectedRun } from '../results/collect.ts'
import { gathered, inventedReports, inventedResults } from '../results/invented-results.ts'
import { contradictionsOf } from '../results/results-contradictions.ts'
import type { Results, RunFacts, Selection } from '../results/results.ts'
import { mergeShards } from './merge-shards.ts'
import { unmergeable } from './unmergeable.ts'

const whole = inventedResults()

/** The part of the invented run that has the checks of one of its two cases. */
const shard = (part: number, differs: Partial<CollectedRun> = {}, of = 2): Results => {
  const selection: Selection = { only: [], axes: [], shard: { part, of } }
  const own = part === 1 ? 'scenario/one' : 'scenario/two'
  const reports = inventedReports.filter(({ judged }) => judged.case === own)
  const planned = reports.length
  const run = { ...gathered.run, id: `run-${part}`, selection, planned }
  return inventedResults({ reports, ...differs, run })
}

const odd = shard(1)
const even = shard(2)

test('shards in any order come to the whole, which says nothing against itself', () => {
  for (const shards of [[odd, even] as const, [even, odd] as const]) {
    expect(unmergeable(shards)).toEqual([])
    const merged = mergeShards(shards)
    expect({ ...merged, run: whole.run, targets: [] }).toEqual({ ...whole, targets: [] })
    expect(merged.targets.map(({ left: _left, ...target }) => target)).toEqual(
      whole.targets.map(({ left: _left, ...target }) => target),
    )
    expect(contradictionsOf(merged)).toEqual([])
  }
})

test('what a shard left behind is left behind by the whole', () => {
  expect(mergeShards([odd, even]).targets[0]?.left).toEqual([
    'createUnit {} by 1',
    'createUnit {} by 1',
  ])
})

test('the whole is as complete as its shards, and runs from the first to the last', () => {
  const run: RunFacts = {
    ...even.run,
    startedAt: '2025-12-31T00:00:00.000Z',
    complete: false,
  }
  expect(mergeShards([odd, { ...even, run }]).run).toMatchObject({
    id: 'run-1+run-2',
    startedAt: '2025-12-31T00:00:00.000Z',
    finishedAt: '2026-01-01T00:00:02.000Z',
    complete: false,
    planned: 8,
    selection: { only: [], axes: [] },
  })
})

const [party] = gathered.parties
if (party === undefined) throw new Error('nothing is gathered')
const elsewhere = [{ ...party, target: { ...party.target, endpoint: 'https://cloud.example' } }]
const otherLimits = [{ ...party, target: { ...party.target, limits: {} } }]

test.each([
  ['no shard', [odd, whole], 'not all of them are results of a shard (run --shard)'],
  ['a shard that is missing', [odd], 'of the 2 shards 2 is missing'],
  ['one that is there twice', [odd, even, odd], 'the shard 1 stands there twice'],
  [
    'shards of different numbers',
    [odd, shard(2, {}, 3)],
    'they are shards of runs that were split into different numbers of them',
  ],
  [
    'another release',
    [odd, shard(2, { suite: { name: 'orgproof', version: '9.9.9' } })],
    'they were made with different releases of the suite',
  ],
  [
    'another seed',
    [odd, { ...even, run: { ...even.run, seed: 2 } }],
    'they were made with different seeds',
  ],
  [
    'another selection',
    [
      odd,
      {
        ...even,
        run: { ...even.run, selection: { ...even.run.selection, axes: ['shape' as const] } },
      },
    ],
    'they are of different selections',
  ],
  [
    'pseudonyms',
    [odd, { ...even, run: { ...even.run, pseudonymised: true as const } }],
    'some of them have pseudonyms, and some do not',
  ],
  [
    'another endpoint',
    [odd, shard(2, { parties: elsewhere })],
    'they asked different targets of the name invented',
  ],
  [
    'other limits',
    [odd, shard(2, { parties: otherLimits })],
    'they asked different targets of the name invented',
  ],
] as const)('%s can not be merged', (_, shards, why) => {
  expect(unmergeable(shards)).toEqual([why])
})
