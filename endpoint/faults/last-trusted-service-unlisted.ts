import { serviceOf } from '../fault-kit/arrange-services.ts'
import { founded } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves the last one out of the services that are trusted. */
export const lastTrustedServiceUnlisted: KnownFault = {
  name: 'last-trusted-service-unlisted',
  description: 'leaves the last one out of the services that are trusted',
  breaks: { aws: ['G3'], huawei: ['R105'] },
  alter: listing('listTrustedServices', (_, index, all) => index < all.length - 1),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.boss.enableServiceAccess({ service: serviceOf(visit) })
      return (await visit.boss.listTrustedServices({})).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
