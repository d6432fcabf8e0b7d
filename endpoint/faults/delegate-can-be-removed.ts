import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { delegated } from '../fault-kit/arrange-services.ts'
import { organizationOf, seeing } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Removes a delegated administrator without asking to deregister it. */
export const delegateCanBeRemoved: KnownFault = {
  name: 'delegate-can-be-removed',
  description: 'removes a delegated administrator without asking to deregister it',
  breaks: { aws: ['C26'], huawei: ['R76'] },
  alter: forgiving(['delegateCannotLeave'], (moment) => {
    const organization = organizationOf(moment)
    if (organization === undefined) return decideIn(moment, moment.world)
    return decideIn(moment, seeing(moment.world, { ...organization, delegations: [] }))
  }),
  seen: {
    at: async (visit) => {
      const account = await delegated(visit)
      return (await visit.boss.removeAccount({ account })).came
    },
    right: 'delegateCannotLeave',
    wrong: 'done',
  },
}
