import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { listingFirstNames } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Lists what is attached to a target under the names that the policies were created with. */
export const targetsTellFirstPolicyNames: KnownFault = {
  name: 'targets-tell-first-policy-names',
  description:
    'lists what is attached to a target under the names that the policies were created with',
  breaks: { aws: ['K24'], huawei: ['N46'] },
  alter: listingFirstNames('createPolicy', 'listPoliciesOn'),
  seen: {
    at: async (visit) => {
      const target = await founded(visit)
      const policy = await policyNamed(visit, 'One')
      await visit.boss.attachPolicy({ policy, target })
      await visit.boss.updatePolicy({ policy, name: 'Two' })
      const { items } = (await visit.boss.listPoliciesOn({ type: 'control', target })).result
      return items.find(({ id }) => id === policy)?.name
    },
    right: 'Two',
    wrong: 'One',
  },
}
