import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { listingFirstNames } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Lists policies that were renamed under the names they were created with. */
export const policyListsTellFirstNames: KnownFault = {
  name: 'policy-lists-tell-first-names',
  description: 'lists policies that were renamed under the names they were created with',
  breaks: { aws: ['K24'], huawei: ['N46'] },
  alter: listingFirstNames('createPolicy', 'listPolicies'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'One')
      await visit.boss.updatePolicy({ policy, name: 'Two' })
      const { items } = (await visit.boss.listPolicies({ type: 'control' })).result
      return items.find(({ id }) => id === policy)?.name
    },
    right: 'Two',
    wrong: 'One',
  },
}
