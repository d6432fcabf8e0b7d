import { founded } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Reads the resource policy as an empty document. */
export const resourcePolicyReadWithoutContent: KnownFault = {
  name: 'resource-policy-read-without-content',
  description: 'reads the resource policy as an empty document',
  breaks: { aws: ['F1'] },
  alter: telling('getResourcePolicy', (policy) => ({ ...policy, content: '{}' })),
  seen: {
    at: async (visit) => {
      const { boss, vendor } = visit
      await founded(visit)
      const content = (vendor.profile.resourcePolicyContent ?? '').replaceAll('{account}', boss.id)
      await boss.putResourcePolicy({ content })
      return (await boss.getResourcePolicy({})).result.content === '{}'
    },
    right: false,
    wrong: true,
  },
}
