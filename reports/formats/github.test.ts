import { expect, test } from 'vitest'

import { inventedResults, judged } from '../results/invented-results.ts'
import { githubAnnotations } from './github.ts'

test('each cause is a line: what fails an error, what warns a warning', () => {
  const lines = githubAnnotations(inventedResults()).split('\n')
  expect(lines.map((line) => line.split(' ', 1)[0])).toEqual([
    '::error',
    '::error',
    '::warning',
    '',
  ])
  expect(lines[1]).toContain(
    'title=invented%3A Title of scenario/one/fails::scenario/one/fails and 1 more check%0A',
  )
})

test('what came from an endpoint neither ends a line nor a title', () => {
  const check = judged('scenario/one/fails', {
    verdict: 'fail',
    title: 'a, b: c',
    received: '100 %\n::error::forged',
  })
  const text = githubAnnotations(inventedResults({ reports: [{ judged: check, exchanges: [] }] }))
  expect(text).toContain('title=invented%3A a%2C b%3A c::')
  expect(text.match(/^::/gmu)).toHaveLength(1)
  expect(text).toContain(String.raw`100 %25\u000a::error::forged`)
})

test('there are no more than GitHub shows of a step', () => {
  const reports = (['fail', 'warn'] as const).flatMap((verdict) =>
    Array.from({ length: 30 }, (_, at) => ({
      judged: judged(`scenario/${verdict}-${at}/a`, { verdict, reason: `${at}`.repeat(3) }),
      exchanges: [],
    })),
  )
  const text = githubAnnotations(inventedResults({ reports }))
  expect(text.match(/^::error /gmu)).toHaveLength(10)
  expect(text.match(/^::warning /gmu)).toHaveLength(10)
})

test('what is not offered is one annotation', () => {
  const reports = ['CreatePolicy', 'DeletePolicy'].map((operation) => ({
    judged: judged(`contract/aws/${operation}/is-implemented`, { verdict: 'fail', operation }),
    exchanges: [],
  }))
  expect(githubAnnotations(inventedResults({ reports }))).toBe(
    '::error title=invented%3A 2 operations not offered::CreatePolicy, DeletePolicy: 0 checks could not be asked\n',
  )
})
