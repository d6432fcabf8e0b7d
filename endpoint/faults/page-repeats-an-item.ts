import { decideWith } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { KnownFault } from '../fault.ts'

/** Shows the first entry of a list again on every later page. */
export const pageRepeatsAnItem: KnownFault = {
  name: 'page-repeats-an-item',
  description: 'shows the first entry of a list again on every later page',
  breaks: { aws: ['I1'], huawei: ['R24'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const decision = decide(world, command, context)
      const page = pageOf(decision)
      const first = pageOf(decideWith({ world, command, context, decide }, { token: undefined }))
      const later = 'token' in command.args
      if (decision.kind === 'refused' || page === undefined || !later) return decision
      const items = [...(first?.items.slice(0, 1) ?? []), ...page.items]
      return { ...decision, result: { ...page, items } }
    },
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      const { next: token } = (await visit.boss.listAccounts({ size: 1 })).result
      const { result } = await visit.boss.listAccounts({ size: 1, ...(token && { token }) })
      return result.items.length
    },
    right: 1,
    wrong: 2,
  },
}
