import { policyContent } from '../fault-kit/arrange-policies.ts'
import { effectingIn, effectOn, lined, tagPolicyOn } from '../fault-kit/effects.ts'
import { altering, noticing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Computes effective policies of the documents that policies were created with. */
export const effectivePolicyLagsBehindUpdates: KnownFault = {
  name: 'effective-policy-lags-behind-updates',
  description: 'computes effective policies of the documents that policies were created with',
  breaks: { aws: ['K30'], huawei: ['N37'] },
  alter: (steps) => {
    const first = new Map<string, string>()
    const creating = noticing('createPolicy', ({ args: { content } }, { id }) => {
      first.set(id, content)
    })
    const effecting = effectingIn((organization) => ({
      ...organization,
      policies: new Map(
        [...organization.policies].map(([id, policy]) => [
          id,
          { ...policy, content: first.get(id) ?? policy.content },
        ]),
      ),
    }))
    return altering(creating, effecting)(steps)
  },
  seen: {
    at: async (visit) => {
      const { inner, account } = await lined(visit)
      const policy = await tagPolicyOn(visit, inner)
      await visit.boss.updatePolicy({ policy, content: policyContent(visit, 'tag', 1) })
      return (await effectOn(visit, account)).includes('stage')
    },
    right: true,
    wrong: false,
  },
}
