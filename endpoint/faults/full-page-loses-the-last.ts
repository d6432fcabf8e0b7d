import { founded, joined } from '../fault-kit/arrange.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { KnownFault } from '../fault.ts'

/** Loses the last entry of a list that fills its only page just so. */
export const fullPageLosesTheLast: KnownFault = {
  name: 'full-page-loses-the-last',
  description: 'loses the last entry of a list that fills its only page just so',
  breaks: { aws: ['I1'], huawei: ['R24'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const decision = decide(world, command, context)
      const page = pageOf(decision)
      const { size, token } = command.args as { readonly size?: number; readonly token?: string }
      // a counted list may begin at an offset of 0
      const isFirst = token === undefined || token === '0'
      const isFull = isFirst && page?.next === undefined && page?.items.length === size
      if (decision.kind === 'refused' || page === undefined || size === undefined) return decision
      if (size < 2 || !isFull) return decision
      return { ...decision, result: { ...page, items: page.items.slice(0, -1) } }
    },
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      return (await visit.boss.listAccounts({ size: 2 })).result.items.length
    },
    right: 2,
    wrong: 1,
  },
}
