import { saying } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Trusts services that do not exist. */
export const unknownServiceTrusted: Fault = {
  name: 'unknown-service-trusted',
  description: 'trusts services that do not exist',
  breaks: { aws: ['G2'], huawei: ['R108'] },
  alter: saying('enableServiceAccess', ({ world, command, context, decide, args }) => {
    const services = [...context.rules.services, args.service]
    return decide(world, command, { ...context, rules: { ...context.rules, services } })
  }),
}
