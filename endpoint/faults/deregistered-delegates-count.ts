import { delegated, serviceOf } from '../fault-kit/arrange-services.ts'
import { joined } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { neverAgain } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Counts accounts that were deregistered among the delegated administrators of a service. */
export const deregisteredDelegatesCount: KnownFault = {
  name: 'deregistered-delegates-count',
  description:
    'counts accounts that were deregistered among the delegated administrators of a service',
  breaks: { aws: ['G10'] },
  alter: neverAgain(
    {
      verb: 'deregisterDelegate',
      key: (moment) => `${organizationOf(moment)?.id} ${moment.args.service}`,
    },
    {
      verb: 'registerDelegate',
      key: (moment) => `${organizationOf(moment)?.id} ${moment.args.service}`,
      refusal: 'delegateExists',
    },
  ),
  seen: {
    at: async (visit) => {
      const account = await delegated(visit)
      const service = serviceOf(visit)
      await visit.boss.deregisterDelegate({ account, service })
      const next = await joined(visit, visit.third)
      return (await visit.boss.registerDelegate({ account: next, service })).came
    },
    right: 'done',
    wrong: 'delegateExists',
  },
}
