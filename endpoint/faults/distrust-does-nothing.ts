import { serviceOf } from '../fault-kit/arrange-services.ts'
import { founded } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms that a service is no longer trusted and goes on listing it. */
export const distrustDoesNothing: KnownFault = {
  name: 'distrust-does-nothing',
  description: 'confirms that a service is no longer trusted and goes on listing it',
  breaks: { aws: ['G3'], huawei: ['R104'] },
  alter: confirming('disableServiceAccess'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.boss.enableServiceAccess({ service: serviceOf(visit) })
      await visit.boss.disableServiceAccess({ service: serviceOf(visit) })
      return (await visit.boss.listTrustedServices({})).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
