import { expect, test } from 'vitest'

import { inventedReports } from '../../reports/results/invented-results.ts'
import type { CheckReport } from '../../suites/runner/messages.ts'
import type { EarlierRun } from './earlier-run.ts'
import { openRecorder } from './recorder.ts'

const checks = inventedReports.map(({ judged }) => judged)

const idsOf = (reports: readonly CheckReport[]): string =>
  reports.map(({ judged }) => judged.id).join(' ')

function open(earlier?: EarlierRun) {
  const said: string[] = []
  const recorder = openRecorder({
    files: {
      reported: (reports) => said.push(`files ${idsOf(reports)}`),
      stopping: () => {},
      close: () => {},
    },
    progress: {
      planned: (count) => said.push(`planned ${count}`),
      reported: (reports) => said.push(`progress ${idsOf(reports)}`),
      rehearsed: () => 0,
      waiting: (target, { seconds }) => said.push(`${target} waits ${seconds}`),
      close: () => {},
    },
    hide: (text) => text.toUpperCase(),
    ...(earlier && { earlier }),
  })
  return { ...recorder, said }
}

test('what is judged is kept, and passed on to the files and the progress', () => {
  const { heard, recorded, said } = open()
  heard({ kind: 'ready' })
  heard({ kind: 'planned', target: 'one', checks })
  heard({ kind: 'planned', target: 'other', checks: checks.slice(1) })
  const reports = inventedReports.slice(0, 2)
  heard({ kind: 'judged', reports })
  expect(recorded().reports).toEqual(reports)
  expect(recorded().planned.get('one')).toEqual(checks)
  const ids = idsOf(reports)
  expect(said).toEqual([
    `planned ${checks.length}`,
    `planned ${2 * checks.length - 1}`,
    `files ${ids}`,
    `progress ${ids}`,
  ])
})

test('a suite that ended early leaves what its writes say; one that ended says it itself', () => {
  const { heard, recorded } = open()
  heard({ kind: 'planned', target: 'one', checks })
  const intent = { operation: 'CreatePolicy', account: 'owner', args: [], number: 1 } as const
  heard({
    kind: 'write',
    target: 'one',
    entry: { step: 'intent', verb: 'createPolicy', ...intent },
  })
  heard({ kind: 'write', target: 'one', entry: { step: 'done', number: 1, id: 'p-1' } })
  expect(recorded().left.get('one')).toHaveLength(1)
  heard({ kind: 'left', target: 'one', what: [] })
  expect(recorded().left.get('one')).toEqual([])
})

test('a long wait is told as it comes', () => {
  const { heard, said } = open()
  heard({ kind: 'waiting', target: 'one', wait: { for: 'closing', seconds: 20 } })
  expect(said).toEqual(['one waits 20'])
})

test('what broke is kept in the order in which it broke', () => {
  const { broken, recorded } = open()
  broken('first')
  broken('second')
  expect(recorded().broken).toEqual(['first', 'second'])
})

test('what an earlier part of the run judged counts where it is not asked again, and is not written again', () => {
  const [first, second] = checks
  if (first === undefined || second === undefined) throw new Error('there are checks')
  const known = [first, second].map(({ id }) => ({
    target: 'one',
    id,
    judgement: { verdict: 'warn', reason: 'seen before', exchanges: [] } as const,
    exchanges: [],
  }))
  const { heard, recorded, said } = open({
    header: {
      id: 'run',
      startedAt: '',
      seed: 1,
      selection: { only: [], axes: [] },
      suite: { name: '', version: '' },
      targets: [],
    },
    lines: [],
    checks: known,
    watched: [],
    exchanges: 0,
  })
  heard({ kind: 'planned', target: 'one', checks, kept: [first.id] })
  expect(recorded().reports.map(({ judged }) => [judged.id, judged.verdict, judged.title])).toEqual(
    [[first.id, 'warn', first.title]],
  )
  expect(said).toEqual([`planned ${checks.length}`, `progress ${first.id}`])
})
