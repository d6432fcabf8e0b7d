import { expect, test } from 'vitest'

import { errataCitations } from '../contract/errata-citations.ts'
import type { Overlay } from '../contract/overlay.ts'

const overlay: Overlay = {
  document: 'document.txt',
  entries: [
    {
      id: 'Z1',
      lines: [
        [3, 4],
        [9, 9],
      ],
      sha256: ['aa', 'bb'],
      reading: 'both',
      why: 'two places differ',
      evidence: 'document',
      actions: [],
    },
    {
      id: 'P1',
      lines: [],
      sha256: [],
      reading: 'at most twenty',
      why: 'no number is given',
      evidence: 'public',
      source: 'a page',
      date: '2024-11-12',
      actions: [],
    },
    {
      id: 'P2',
      lines: [[5, 5]],
      sha256: ['cc'],
      reading: 'another spelling',
      why: 'the text differs',
      evidence: 'sdk',
      source: 'a client@1.0.0, Symbol',
      actions: [],
    },
  ],
}

test('an erratum cites its lines, and the source it was read in', () => {
  const document = 'document.txt'
  expect(errataCitations(overlay)).toEqual({
    Z1: [
      { kind: 'document', document, lines: [3, 4], sha256: 'aa' },
      { kind: 'document', document, lines: [9, 9], sha256: 'bb' },
    ],
    P1: [{ kind: 'public', source: 'a page', date: '2024-11-12' }],
    P2: [
      { kind: 'document', document, lines: [5, 5], sha256: 'cc' },
      { kind: 'sdk', source: 'a client@1.0.0, Symbol' },
    ],
  })
})
