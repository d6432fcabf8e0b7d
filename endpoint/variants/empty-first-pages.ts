import { withEmptyPage } from '../variant-kit/other-pages.ts'
import { pageLengths } from '../variant-kit/page-lengths.ts'
import type { KnownVariant } from '../variant.ts'

/** Lists with an empty page before all others. */
export const emptyFirstPages: KnownVariant = {
  name: 'empty-first-pages',
  description: 'lists with an empty page before all others',
  evidence: {
    aws: ['I2', 'O96'],
  },
  alter: withEmptyPage('first'),
  seen: { at: pageLengths, quiet: [1, 1], varied: [0, 1, 1] },
}
