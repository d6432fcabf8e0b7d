import { resourcePolicyPut } from '../fault-kit/arrange-policies.ts'
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
      const content = await resourcePolicyPut(visit)
      return (await visit.boss.getResourcePolicy({})).result.content === content
    },
    right: true,
    wrong: false,
  },
}
