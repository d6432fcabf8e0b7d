import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Reads every policy as an empty document. */
export const policyReadWithoutContent: KnownFault = {
  name: 'policy-read-without-content',
  description: 'reads every policy as an empty document',
  breaks: { aws: ['E8'], huawei: ['R129'] },
  alter: telling('getPolicy', (policy) => ({ ...policy, content: '{}' })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'Full')
      return (await visit.boss.getPolicy({ policy })).result.content === '{}'
    },
    right: false,
    wrong: true,
  },
}
