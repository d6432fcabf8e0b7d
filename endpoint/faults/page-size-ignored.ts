import { decideWith } from '../fault-kit/alter-decide.ts'
import { shownOnAPageOfOne } from '../fault-kit/arrange.ts'
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
    at: shownOnAPageOfOne,
    right: 1,
    wrong: 2,
  },
}
