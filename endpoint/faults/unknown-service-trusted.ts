import { saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Trusts services that do not exist. */
export const unknownServiceTrusted: KnownFault = {
  name: 'unknown-service-trusted',
  description: 'trusts services that do not exist',
  breaks: { aws: ['G2'], huawei: ['R108'] },
  alter: saying('enableServiceAccess', ({ world, command, context, decide, args }) => {
    const services = [...context.rules.services, args.service]
    return decide(world, command, { ...context, rules: { ...context.rules, services } })
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (
        await visit.boss.enableServiceAccess({ service: visit.vendor.profile.unknownService })
      ).came
    },
    right: 'serviceUnknown',
    wrong: 'done',
  },
}
