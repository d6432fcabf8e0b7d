import { decideWith } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Answers pages of its own size. */
export const pageSizeIgnored: KnownFault = {
  name: 'page-size-ignored',
  description: 'answers pages of its own size',
  breaks: { aws: ['I3'], huawei: ['R20'], tencent: ['A13'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) =>
      decideWith({ world, command, context, decide }, { size: undefined }),
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      return (await visit.boss.listAccounts({ size: 1 })).result.items.length
    },
    right: 1,
    wrong: 2,
  },
}
