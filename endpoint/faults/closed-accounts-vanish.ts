import { created, founded, minute } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves accounts that are closed out of the list of accounts. */
export const closedAccountsVanish: KnownFault = {
  name: 'closed-accounts-vanish',
  description: 'leaves accounts that are closed out of the list of accounts',
  breaks: { aws: ['K27'], huawei: ['N49'] },
  alter: listing('listAccounts', ({ status }) => status !== 'suspended'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.boss.closeAccount({ account: await created(visit) })
      visit.wait(minute)
      return (await visit.boss.listAccounts({})).result.items.length
    },
    right: 2,
    wrong: 1,
  },
}
