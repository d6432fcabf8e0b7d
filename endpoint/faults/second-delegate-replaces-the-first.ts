import { delegated, serviceOf } from '../fault-kit/arrange-services.ts'
import { joined } from '../fault-kit/arrange.ts'
import { writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Forgets the delegated administrator of a service that gets another one. */
export const secondDelegateReplacesTheFirst: KnownFault = {
  name: 'second-delegate-replaces-the-first',
  description: 'forgets the delegated administrator of a service that gets another one',
  breaks: { huawei: ['R118', 'model/huawei/ListDelegatedAdministratorAccounts/*'] },
  alter: writing('registerDelegate', (written, { args: { account, service } }) => ({
    ...written,
    delegations: written.delegations.filter(
      (one) => one.service !== service || one.account === account,
    ),
  })),
  seen: {
    at: async (visit) => {
      await delegated(visit)
      const service = serviceOf(visit)
      const account = await joined(visit, visit.third)
      await visit.boss.registerDelegate({ account, service })
      return (await visit.boss.listDelegates({ service })).result.items.length
    },
    right: 2,
    wrong: 1,
  },
}
