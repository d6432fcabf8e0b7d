import { policyContent } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { withLimits } from '../variant-kit/limits.ts'
import type { KnownVariant } from '../variant.ts'

/** Has room for two policies of a type. */
export const twoPolicies: KnownVariant = {
  name: 'two-policies',
  description: 'has room for two policies of a type',
  evidence: { aws: ['O176'], huawei: ['H53'] },
  differences: [
    {
      checks: [
        'law/lists-hold-while-things-change/policies',
        'law/pages-of-policies-join/*',
        'scenario/policy-attach-limit/*',
        'scenario/policy-attach-limit-of-tags/*',
        'scenario/policy-count-limit/*',
      ],
      to: 'NO_QUOTA',
      because: 'no further policy is to be had',
    },
  ],
  // nobody says that there are two
  hides: ['policy-quota-ignored', 'deleted-policies-count'],
  ownLimits: ['policiesPerType'],
  alter: withLimits({ policiesPerType: 2 }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const [type, content] = ['control', policyContent(visit, 'control')] as const
      const came: unknown[] = []
      for (const name of ['One', 'Two', 'Three'])
        came.push((await visit.boss.createPolicy({ name, type, description: 'd', content })).came)
      return came.slice(-2)
    },
    quiet: ['done', 'done'],
    varied: ['done', 'policyCountExceeded'],
  },
}
