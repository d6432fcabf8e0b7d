import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves the policies that an organization wrote itself out of their list. */
export const ownPoliciesUnlisted: KnownFault = {
  name: 'own-policies-unlisted',
  description: 'leaves the policies that an organization wrote itself out of their list',
  breaks: { huawei: ['R120'] },
  alter: listing('listPolicies', ({ builtin }) => builtin === true),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'own')
      const { items } = (await visit.boss.listPolicies({ type: 'control' })).result
      return items.some(({ id }) => id === policy)
    },
    right: true,
    wrong: false,
  },
}
