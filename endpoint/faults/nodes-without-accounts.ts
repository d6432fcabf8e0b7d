import { populated } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves accounts out of what is in a parent. */
export const nodesWithoutAccounts: KnownFault = {
  name: 'nodes-without-accounts',
  description: 'leaves accounts out of what is in a parent',
  breaks: { huawei: ['R165'] },
  alter: listing('listNodes', ({ kind }) => kind !== 'account'),
  seen: {
    at: async (visit) => {
      const { unit } = await populated(visit)
      return (await visit.boss.listNodes({ parent: unit })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
