import { founded, unitIn } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Tells of every quota that nothing is used of it. */
export const quotaUseNotCounted: KnownFault = {
  name: 'quota-use-not-counted',
  description: 'tells of every quota that nothing is used of it',
  breaks: { huawei: ['N39'] },
  alter: telling('listQuotas', (page) => ({
    ...page,
    items: page.items.map((quota) => ({ ...quota, used: 0 })),
  })),
  seen: {
    at: async (visit) => {
      await unitIn(visit, await founded(visit))
      const { items } = (await visit.boss.listQuotas({})).result
      return items.find(({ kind }) => kind === 'unit')?.used
    },
    right: 1,
    wrong: 0,
  },
}
