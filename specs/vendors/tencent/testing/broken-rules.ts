import { insteadOf } from '../../testing/break.ts'
import type { BrokenRule } from '../../testing/broken-rule.ts'

/** What can go wrong with what this vendor alone has. */
export const brokenOwnRules: readonly BrokenRule[] = [
  {
    name: 'a unit moves into itself',
    vendor: 'tencent',
    decide: insteadOf('unitInsideItself', 'moveUnit', (own, { unit, to }) => ({
      ...own,
      units: new Map(
        [...own.units].map(([id, one]) => [id, id === unit ? { ...one, parent: to } : one]),
      ),
    })),
    breaks: 'every unit leads to the root',
    path: ['createOrganization', 'createUnit', 'moveUnit'],
  },
]
