import { expect, test } from 'vitest'

import { noFindings } from './differences.ts'
import type { Known } from './known.ts'
import { inAnyOrder, type Sent } from './linearize.ts'
import type { Shadow } from './shadow.ts'

/** What was written so far is all that is known; a call fits where it is told what was written before it. */
const shadow: Pick<Shadow, 'step'> = {
  step: (known, { operation, input }) => {
    const before = known.world as unknown as string
    const right = input['before'] === before
    return {
      found: {
        ...noFindings(),
        differences: right
          ? []
          : [{ member: 'outcome', kind: 'other', expected: before, received: '' }],
      },
      known: { ...known, world: `${before}${operation}` as unknown as Known['world'] },
      keep: () => {},
    }
  },
}

const sent = (operation: string, before: string): Sent =>
  ({
    at: 0,
    heard: {
      operation,
      input: { before },
      writes: true,
      interaction: { exchange: { id: 1 }, reply: {} },
    },
  }) as unknown as Sent

const after = (known: string, all: readonly Sent[]) =>
  inAnyOrder(shadow as Shadow, { world: known } as unknown as Known, all)

test('writes that were under way at once fit in any order', () => {
  const { observed, disorder } = after('', [sent('b', 'a'), sent('a', '')])
  expect(disorder).toBeUndefined()
  expect(observed.map(({ operation }) => operation)).toEqual(['a', 'b'])
})

test('that there is no such order is told, with how they differ as they came', () => {
  const { known, observed, disorder } = after('', [sent('b', ''), sent('a', '')])
  expect({ known, observed }).toEqual({ known: undefined, observed: [] })
  expect(disorder?.sent).toHaveLength(2)
  expect(disorder?.observed.flatMap(({ differences }) => differences)).toHaveLength(1)
})

test('of more than four nobody can tell', () => {
  const { known, disorder } = after(
    '',
    Array.from({ length: 5 }, () => sent('a', 'x')),
  )
  expect({ known, disorder }).toEqual({ known: undefined, disorder: undefined })
})
