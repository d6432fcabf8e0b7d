import { founded, minute } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Tells of no policy type that a root has one enabled. */
export const rootHidesPolicyTypes: KnownFault = {
  name: 'root-hides-policy-types',
  description: 'tells of no policy type that a root has one enabled',
  breaks: { aws: ['E20'], huawei: ['R132'] },
  alter: telling('listRoots', (page) => ({
    ...page,
    items: page.items.map((root) => ({ ...root, policyTypes: [] })),
  })),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await visit.boss.enablePolicyType({ root, type: 'tag' })
      visit.wait(minute)
      const [shown] = (await visit.boss.listRoots({})).result.items
      return shown?.policyTypes?.some(({ type }) => type === 'tag') ?? false
    },
    right: true,
    wrong: false,
  },
}
