import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { organizationOf, seeing } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Removes a delegated administrator without asking to deregister it. */
export const delegateCanBeRemoved: Fault = {
  name: 'delegate-can-be-removed',
  description: 'removes a delegated administrator without asking to deregister it',
  breaks: { aws: ['C26'], huawei: ['R76'] },
  alter: forgiving(['delegateCannotLeave'], (moment) => {
    const organization = organizationOf(moment)
    if (organization === undefined) return decideIn(moment, moment.world)
    return decideIn(moment, seeing(moment.world, { ...organization, delegations: [] }))
  }),
}
