import { serviceOf, delegated } from '../fault-kit/arrange-services.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms that an account is no delegated administrator any more and keeps it one. */
export const deregisterDoesNothing: KnownFault = {
  name: 'deregister-does-nothing',
  description: 'confirms that an account is no delegated administrator any more and keeps it one',
  breaks: { aws: ['G12'], huawei: ['R118'] },
  alter: confirming('deregisterDelegate'),
  seen: {
    at: async (visit) => {
      const account = await delegated(visit)
      await visit.boss.deregisterDelegate({ account, service: serviceOf(visit) })
      return (await visit.boss.listDelegates({})).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
