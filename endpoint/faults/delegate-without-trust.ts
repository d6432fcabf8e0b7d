import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { serviceOf } from '../fault-kit/arrange-services.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { organizationOf, rewritten, seeing } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Registers delegated administrators of services that are not trusted. */
export const delegateWithoutTrust: KnownFault = {
  name: 'delegate-without-trust',
  description: 'registers delegated administrators of services that are not trusted',
  breaks: { aws: ['G5'], huawei: ['R117'] },
  alter: forgiving(['serviceNotTrusted'], (moment) => {
    const organization = organizationOf(moment)
    if (organization === undefined) return decideIn(moment, moment.world)
    const services = new Map(moment.context.rules.services.map((service) => [service, 0]))
    const decision = decideIn(moment, seeing(moment.world, { ...organization, services }))
    return rewritten(decision, (written) => ({ ...written, services: organization.services }))
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await joined(visit)
      await visit.boss.registerDelegate({ account, service: serviceOf(visit) })
      return (await visit.boss.listDelegates({})).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
