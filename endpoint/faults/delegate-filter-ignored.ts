import { serviceOf, delegated } from '../fault-kit/arrange-services.ts'
import { hearing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Lists the delegated administrators of every service. */
export const delegateFilterIgnored: KnownFault = {
  name: 'delegate-filter-ignored',
  description: 'lists the delegated administrators of every service',
  breaks: { aws: ['G13'], huawei: ['R118'] },
  alter: hearing('listDelegates', () => ({ service: undefined })),
  seen: {
    at: async (visit) => {
      await delegated(visit)
      const { result } = await visit.boss.listDelegates({ service: serviceOf(visit, 1) })
      return result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
