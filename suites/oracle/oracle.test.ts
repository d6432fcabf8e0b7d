import { expect, test } from 'vitest'

import { noFindings } from './differences.ts'
import type { Observation } from './linearize.ts'
import { openOracle } from './oracle.ts'

const listed = (exchange: number, ...foreign: readonly string[]): Observation => ({
  ...noFindings(),
  operation: 'ListUnits',
  exchange,
  isDone: true,
  compared: new Set(['Units']),
  foreign: new Set(foreign),
})

const shown = (id: number, ...foreign: readonly string[]) => ({
  observations: [listed(id, ...foreign)],
  met: new Set([`own-${id}`]),
})

test('what stood before is no finding, what is of another play is one, whichever comes first', () => {
  const oracle = openOracle({ keep: () => {} })
  oracle.learn(shown(1, 'before'))
  expect(oracle.judge('ListUnits', 'Units')).toMatchObject({ verdict: 'pass' })
  oracle.learn(shown(2, 'own-3'))
  expect(oracle.judge('ListUnits', 'Units')).toMatchObject({ verdict: 'pass' })
  oracle.learn(shown(3))
  expect(oracle.judge('ListUnits', 'Units')).toMatchObject({ verdict: 'fail', exchanges: [2] })
  const other = openOracle({ keep: () => {} })
  other.learn(shown(3))
  other.learn(shown(2, 'own-3'))
  expect(other.judge('ListUnits', 'Units')).toMatchObject({ verdict: 'fail', exchanges: [2] })
  expect(other.judge('ListParents', 'Parents')).toBeUndefined()
})
