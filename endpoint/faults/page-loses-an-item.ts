import { shownOnAPageOfOne } from '../fault-kit/arrange.ts'
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
    at: shownOnAPageOfOne,
    right: 1,
    wrong: 0,
  },
}
