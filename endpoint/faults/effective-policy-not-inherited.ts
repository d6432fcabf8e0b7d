import { decideIn, saying } from '../fault-kit/alter-decide.ts'
import { organizationOf, seeing } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Computes the effective policy of an account from its own policies alone. */
export const effectivePolicyNotInherited: Fault = {
  name: 'effective-policy-not-inherited',
  description: 'computes the effective policy of an account from its own policies alone',
  breaks: { aws: ['E26'], huawei: ['R163'] },
  alter: saying('getEffectivePolicy', (moment) => {
    const organization = organizationOf(moment)
    const target = moment.args.target ?? moment.command.caller
    if (organization === undefined) return decideIn(moment, moment.world)
    const own = [...organization.attachments].filter(([attached]) => attached === target)
    return decideIn(moment, seeing(moment.world, { ...organization, attachments: new Map(own) }))
  }),
}
