import { founded } from '../fault-kit/arrange.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { KnownFault } from '../fault.ts'

/** The classic slip by one: a page as large as was asked for is taken for one that has a successor. */
export const lastPageHasToken: KnownFault = {
  name: 'last-page-has-token',
  description: 'gives a full last page a token that leads nowhere',
  breaks: { aws: ['I1'], huawei: ['R21'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const decision = decide(world, command, context)
      const page = pageOf(decision)
      if (decision.kind === 'refused' || page === undefined || page.next !== undefined)
        return decision
      const full = 'size' in command.args && page.items.length === command.args.size
      return full ? { ...decision, result: { ...page, next: 'nowhere' } } : decision
    },
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listAccounts({ size: 1 })).result.next !== undefined
    },
    right: false,
    wrong: true,
  },
}
