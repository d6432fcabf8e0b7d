import { created, founded, minute } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves closings that are done out of the list of closings. */
export const closingsForgetTheSuspended: KnownFault = {
  name: 'closings-forget-the-suspended',
  description: 'leaves closings that are done out of the list of closings',
  breaks: { huawei: ['R71', 'R72'] },
  alter: listing('listAccountClosings', ({ state }) => state !== 'suspended'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.boss.closeAccount({ account: await created(visit) })
      visit.wait(minute)
      return (await visit.boss.listAccountClosings({})).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
