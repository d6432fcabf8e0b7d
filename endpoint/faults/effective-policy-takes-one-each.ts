import { policyContent } from '../fault-kit/arrange-policies.ts'
import { effectingIn, effectOn, lined, tagPolicyOn } from '../fault-kit/effects.ts'
import type { KnownFault } from '../fault.ts'

/** Computes effective policies of the first policy of each place alone. */
export const effectivePolicyTakesOneEach: KnownFault = {
  name: 'effective-policy-takes-one-each',
  description: 'computes effective policies of the first policy of each place alone',
  breaks: { aws: ['K30'], huawei: ['N37'] },
  alter: effectingIn((organization) => ({
    ...organization,
    attachments: new Map(
      [...organization.attachments].map(([place, all]) => {
        const tags = all.filter(({ policy }) => organization.policies.get(policy)?.type === 'tag')
        return [place, tags.slice(0, 1)]
      }),
    ),
  })),
  seen: {
    at: async (visit) => {
      const { inner, account } = await lined(visit)
      for (const nth of [0, 1] as const)
        await tagPolicyOn(visit, inner, policyContent(visit, 'tag', nth))
      return (await effectOn(visit, account)).includes('stage')
    },
    right: true,
    wrong: false,
  },
}
