import type { Page, Paging } from '../../specs/vocabulary/verbs.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { KnownFault } from '../fault.ts'

/** Whether an answer is the only page of its list, and has just as many entries as were asked for. */
const isJustFull = (page: Page<unknown>, { size = 0, token }: Paging): boolean =>
  token === undefined && page.next === undefined && size > 1 && page.items.length === size

/** Loses the last entry of a list that fills its only page just so. */
export const fullPageLosesTheLast: KnownFault = {
  name: 'full-page-loses-the-last',
  description: 'loses the last entry of a list that fills its only page just so',
  breaks: { aws: ['I1'], huawei: ['R24'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const decision = decide(world, command, context)
      const page = pageOf(decision)
      if (decision.kind === 'refused' || page === undefined) return decision
      if (!isJustFull(page, command.args as Paging)) return decision
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
