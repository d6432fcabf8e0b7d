import { delegated, serviceOf } from '../fault-kit/arrange-services.ts'
import { writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Takes every service from a delegated administrator that is deregistered for one. */
export const deregisteringEndsEveryDelegation: KnownFault = {
  name: 'deregistering-ends-every-delegation',
  description: 'takes every service from a delegated administrator that is deregistered for one',
  breaks: {
    aws: ['G12'],
    huawei: ['R114'],
  },
  alter: writing('deregisterDelegate', (written, { args }) => ({
    ...written,
    delegations: written.delegations.filter(({ account }) => account !== args.account),
  })),
  seen: {
    at: async (visit) => {
      const account = await delegated(visit)
      const service = serviceOf(visit, 1)
      await visit.boss.enableServiceAccess({ service })
      await visit.boss.registerDelegate({ account, service })
      await visit.boss.deregisterDelegate({ account, service })
      return (await visit.boss.listDelegates({})).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
