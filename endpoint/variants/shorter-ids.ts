import { founded } from '../fault-kit/arrange.ts'
import { idsWith } from '../variant-kit/other-ids.ts'
import type { KnownVariant } from '../variant.ts'

/** Makes ids as short as the contract lets them be. */
export const shorterIds: KnownVariant = {
  name: 'shorter-ids',
  description: 'makes ids as short as the contract lets them be',
  evidence: {
    aws: ['O51', 'J2'],
  },
  alter: idsWith({
    root: 'r-{lower:4}',
    unit: 'ou-{within}-{lower:8}',
    invitation: 'h-{lower:8}',
    creation: 'car-{lower:8}',
  }),
  seen: {
    at: async (visit) => (await founded(visit)).length,
    quiet: 10,
    varied: 6,
  },
}
