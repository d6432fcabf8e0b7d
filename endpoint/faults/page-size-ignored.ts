import { decideWith } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Answers pages of its own size. */
export const pageSizeIgnored: Fault = {
  name: 'page-size-ignored',
  description: 'answers pages of its own size',
  breaks: { aws: ['I3'], huawei: ['R20'], tencent: ['A13'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) =>
      decideWith({ world, command, context, decide }, { size: undefined }),
  }),
}
