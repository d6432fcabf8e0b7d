import { founded, joined } from '../fault-kit/arrange.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { KnownFault } from '../fault.ts'

/** Drops the last entry of every page but the last. */
export const pageLosesAnItem: KnownFault = {
  name: 'page-loses-an-item',
  description: 'drops the last entry of every page but the last',
  breaks: { aws: ['I1'], huawei: ['R24'], tencent: ['A13'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const decision = decide(world, command, context)
      const page = pageOf(decision)
      if (decision.kind === 'refused' || page?.next === undefined) return decision
      return { ...decision, result: { ...page, items: page.items.slice(0, -1) } }
    },
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      return (await visit.boss.listAccounts({ size: 1 })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
