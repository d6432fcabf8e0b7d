import { founded } from '../fault-kit/arrange.ts'
import { idsWith } from '../variant-kit/other-ids.ts'
import type { KnownVariant } from '../variant.ts'

/** Makes ids as long as the contract lets them be, of every letter it allows. */
export const longerIds: KnownVariant = {
  name: 'longer-ids',
  description: 'makes ids as long as the contract lets them be',
  evidence: {
    aws: ['O51', 'O165', 'J2'],
  },
  alter: idsWith({
    organization: 'o-{lower:32}',
    root: 'r-{lower:32}',
    unit: 'ou-{within}-{lower:32}',
    policy: 'p-{lower:60}_{digits:4}',
    invitation: 'h-{lower:32}',
    resourcePolicy: 'rp-{lower:12}',
  }),
  seen: {
    at: async (visit) => (await founded(visit)).length,
    quiet: 10,
    varied: 34,
  },
}
