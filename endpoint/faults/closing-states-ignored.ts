import { founded, created, minute } from '../fault-kit/arrange.ts'
import { hearing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Lists closings of every state whichever were asked for. */
export const closingStatesIgnored: KnownFault = {
  name: 'closing-states-ignored',
  description: 'lists closings of every state whichever were asked for',
  breaks: { huawei: ['R72'] },
  alter: hearing('listAccountClosings', () => ({ states: undefined })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await created(visit)
      await visit.boss.closeAccount({ account })
      visit.wait(minute)
      return (await visit.boss.listAccountClosings({ states: ['closing'] })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
