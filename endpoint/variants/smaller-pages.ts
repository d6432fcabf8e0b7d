import { founded, joined } from '../fault-kit/arrange.ts'
import { withSmallerPages } from '../variant-kit/other-pages.ts'
import type { KnownVariant } from '../variant.ts'

/** Lists with fewer entries on a page than were asked for. */
export const smallerPages: KnownVariant = {
  name: 'smaller-pages',
  description: 'lists with fewer entries on a page than were asked for, although more follow',
  evidence: {
    aws: ['I2', 'O97'],
  },
  alter: (steps, { vendor }) => withSmallerPages(steps, vendor),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      return (await visit.boss.listAccounts({ size: 2 })).result.items.length
    },
    quiet: 2,
    varied: 1,
  },
}
