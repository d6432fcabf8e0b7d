import { founded, created } from '../fault-kit/arrange.ts'
import { withLimits } from '../variant-kit/limits.ts'
import type { KnownVariant } from '../variant.ts'

/** Closes two accounts in a month. */
export const twoClosings: KnownVariant = {
  name: 'two-closings',
  description: 'closes two accounts in a month',
  evidence: { aws: ['O26', 'O172'] },
  alter: withLimits({ closableAccounts: 2 }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const came: unknown[] = []
      for (const name of ['one', 'two', 'three']) {
        const account = await created(visit, `${name}@example.org`)
        came.push((await visit.boss.closeAccount({ account })).came)
      }
      return came.slice(-2)
    },
    quiet: ['done', 'done'],
    varied: ['done', 'closeQuotaExceeded'],
  },
}
