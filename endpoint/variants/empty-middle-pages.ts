import { withEmptyPage } from '../variant-kit/other-pages.ts'
import { pageLengths } from '../variant-kit/page-lengths.ts'
import type { KnownVariant } from '../variant.ts'

/** Lists with an empty page between every two. */
export const emptyMiddlePages: KnownVariant = {
  name: 'empty-middle-pages',
  description: 'lists with an empty page between every two',
  evidence: {
    aws: ['I2', 'O96'],
  },
  alter: withEmptyPage('between'),
  seen: { at: pageLengths, quiet: [1, 1], varied: [1, 0, 1] },
}
