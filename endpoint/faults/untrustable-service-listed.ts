import { founded } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Lists a service that can not be trusted. */
export const untrustableServiceListed: KnownFault = {
  name: 'untrustable-service-listed',
  description: 'lists a service that can not be trusted',
  breaks: { huawei: ['R105'] },
  alter: (steps, { profile }) =>
    telling('listServices', (page) => ({
      ...page,
      items: [...page.items, profile.unknownService],
    }))(steps),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const { items } = (await visit.boss.listServices({})).result
      return items.includes(visit.vendor.profile.unknownService)
    },
    right: false,
    wrong: true,
  },
}
