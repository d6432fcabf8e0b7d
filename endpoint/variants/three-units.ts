import { founded } from '../fault-kit/arrange.ts'
import { withLimits } from '../variant-kit/limits.ts'
import type { KnownVariant } from '../variant.ts'

/** Has room for three units. */
export const threeUnits: KnownVariant = {
  name: 'three-units',
  description: 'has room for three units',
  evidence: { aws: ['O177'], huawei: ['H53'], tencent: ['T32'] },
  differences: [
    {
      checks: [
        'contract/*/paging/*',
        'law/lists-hold-while-things-change/*',
        'law/pages-join-to-the-whole/*',
        'law/tokens-lead-nowhere-else/*',
        'law/writes-commute/*',
        'scenario/page-tokens/*',
        'scenario/unit-count-limit/*',
        'scenario/unit-move/*',
        'scenario/unit-nesting-limit/*',
      ],
      to: 'NO_QUOTA',
      because: 'no further unit is to be had',
    },
  ],
  // three units are no list to be read in pages, and nobody says that there are three
  hides: [
    'page-size-ignored',
    'unit-quota-ignored',
    'deleted-units-count',
    'quotas-one-off',
    'limits-one-short',
    'positions-as-page-tokens',
    'tokens-fit-every-caller',
    'tags-come-in-order-only',
  ],
  ownLimits: ['unitsPerOrganization'],
  alter: withLimits({ unitsPerOrganization: 3 }),
  seen: {
    at: async (visit) => {
      const parent = await founded(visit)
      const came: unknown[] = []
      for (const name of ['One', 'Two', 'Three', 'Four'])
        came.push((await visit.boss.createUnit({ parent, name })).came)
      return came.slice(-2)
    },
    quiet: ['done', 'done'],
    varied: ['done', 'unitCountExceeded'],
  },
}
