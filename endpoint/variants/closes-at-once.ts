import { withRules } from '../fault-kit/alter-decide.ts'
import { created, founded } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

/** Closes an account at once: nobody sees that it is closing. */
export const closesAtOnce: KnownVariant = {
  name: 'closes-at-once',
  description: 'closes an account at once, so that nobody sees it closing',
  evidence: { aws: ['O43'], huawei: ['H33'] },
  alter: withRules(() => ({ closingDelay: 0 })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await created(visit)
      await visit.boss.closeAccount({ account })
      return (await visit.boss.getAccount({ account })).result.status
    },
    quiet: 'closing',
    varied: 'suspended',
  },
}
