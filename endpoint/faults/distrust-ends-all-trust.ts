import { serviceOf } from '../fault-kit/arrange-services.ts'
import { founded } from '../fault-kit/arrange.ts'
import { writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Trusts no service any more when one of them is no longer trusted. */
export const distrustEndsAllTrust: KnownFault = {
  name: 'distrust-ends-all-trust',
  description: 'trusts no service any more when one of them is no longer trusted',
  breaks: { aws: ['G3', 'K23'], huawei: ['R104'] },
  alter: writing('disableServiceAccess', (written) => ({ ...written, services: new Map() })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const [one, other] = [serviceOf(visit), serviceOf(visit, 1)]
      for (const service of [one, other]) await visit.boss.enableServiceAccess({ service })
      await visit.boss.disableServiceAccess({ service: one })
      return (await visit.boss.listTrustedServices({})).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
