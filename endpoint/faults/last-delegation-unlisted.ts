import { delegated } from '../fault-kit/arrange-services.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves the last one out of the services that an account administers. */
export const lastDelegationUnlisted: KnownFault = {
  name: 'last-delegation-unlisted',
  description: 'leaves the last one out of the services that an account administers',
  breaks: { aws: ['K2'], huawei: ['R118'] },
  alter: listing('listDelegations', (_, index, all) => index < all.length - 1),
  seen: {
    at: async (visit) => {
      const account = await delegated(visit)
      return (await visit.boss.listDelegations({ account })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
