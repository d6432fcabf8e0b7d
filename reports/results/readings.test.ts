import { expect, test } from 'vitest'

import { inventedResults, judged } from './invented-results.ts'
import { readingLines } from './readings.ts'

const readBy = (reading: 'document' | 'service', ...ids: readonly string[]) =>
  ids.map((id) => ({ judged: judged(`scenario/one/${id}`, { reading }), exchanges: [] }))

test('each reading that a target goes by is a line, with the checks that show it', () => {
  const reports = [...readBy('document', 'a'), ...readBy('service', 'b', 'c', 'd', 'e', 'f')]
  expect(readingLines(inventedResults({ reports }))).toEqual([
    'invented goes by the document: scenario/one/a',
    'invented goes by the service: scenario/one/b, scenario/one/c, scenario/one/d and 2 more',
  ])
})

test('where nothing differs there is nothing to say', () => {
  expect(readingLines(inventedResults())).toEqual([])
})
