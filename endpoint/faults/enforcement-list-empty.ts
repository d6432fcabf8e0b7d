import { founded } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Lists no service whose resources can be held to a tag policy. */
export const enforcementListEmpty: KnownFault = {
  name: 'enforcement-list-empty',
  description: 'lists no service whose resources can be held to a tag policy',
  breaks: { huawei: ['contract/huawei/ListResourceTypesThatSupportEnforcement/minimal/*'] },
  alter: listing('listEnforcedServices', () => false),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listEnforcedServices({})).result.items.length > 0
    },
    right: true,
    wrong: false,
  },
}
