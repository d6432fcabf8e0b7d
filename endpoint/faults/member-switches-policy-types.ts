import { founded, joined } from '../fault-kit/arrange.ts'
import { letting } from '../fault-kit/letting.ts'
import type { KnownFault } from '../fault.ts'

/** Lets every member enable and disable policy types. */
export const memberSwitchesPolicyTypes: KnownFault = {
  name: 'member-switches-policy-types',
  description: 'lets every member enable and disable policy types',
  breaks: { aws: ['J3'], huawei: ['R119'] },
  alter: letting(['enablePolicyType', 'disablePolicyType']),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await joined(visit)
      return (await visit.guest.enablePolicyType({ root, type: 'tag' })).came
    },
    right: 'accessDenied',
    wrong: 'done',
  },
}
