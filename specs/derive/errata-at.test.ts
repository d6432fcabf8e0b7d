import { expect, test } from 'vitest'

import type { Overlay } from '../contract/overlay.ts'
import { errataAt } from './errata-at.ts'

const erratum = (id: string, ...lines: [number, number][]): Overlay['entries'][number] => ({
  id,
  lines,
  sha256: [],
  reading: '',
  why: '',
  evidence: 'document',
  actions: [],
})

test('errata speak of lines that their places touch', () => {
  const entries = [
    erratum('Z1', [1, 4]),
    erratum('Z2', [1, 2], [5, 5]),
    erratum('Z3', [9, 12]),
    erratum('Z4', [8, 8]),
    erratum('P1'),
  ]
  expect(errataAt({ document: 'cupboards.txt', entries }, { from: 5, to: 9 })).toEqual([
    'Z2',
    'Z3',
    'Z4',
  ])
})
