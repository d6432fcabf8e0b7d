import { founded, created, day } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms the closing of an account and leaves it active. */
export const closeDoesNothing: KnownFault = {
  name: 'close-does-nothing',
  description: 'confirms the closing of an account and leaves it active',
  breaks: { aws: ['C19'], huawei: ['R71'] },
  alter: confirming('closeAccount'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await created(visit)
      await visit.boss.closeAccount({ account })
      visit.wait(day)
      return (await visit.boss.getAccount({ account })).result.status
    },
    right: 'suspended',
    wrong: 'active',
  },
}
