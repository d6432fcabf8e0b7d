import { withEmptyPage } from '../variant-kit/other-pages.ts'
import { pageLengths } from '../variant-kit/page-lengths.ts'
import type { KnownVariant } from '../variant.ts'

/** Lists with an empty page behind the last. */
export const emptyLastPages: KnownVariant = {
  name: 'empty-last-pages',
  description: 'lists with an empty page behind the last',
  evidence: {
    aws: ['I2', 'O96'],
    huawei: ['H17'],
  },
  alter: withEmptyPage('last'),
  seen: { at: pageLengths, quiet: [1, 1], varied: [1, 1, 0] },
}
